import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { request } from "../ui/client.ts";
import type { Settings } from "../ui/contract.ts";
import { settingsQuery } from "../ui/queries.ts";

/** The settings, and a way to change some of them that shows at once and goes back when saving fails. */
export function useSettings() {
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(settingsQuery);
  const save = useMutation({
    mutationFn: (settings: Settings) => request<Settings>("PUT", "/api/settings", settings),
    onMutate: (settings) => {
      const before = queryClient.getQueryData(settingsQuery.queryKey);
      queryClient.setQueryData(settingsQuery.queryKey, settings);
      return { before };
    },
    onError: (_error, _settings, context) => {
      queryClient.setQueryData(settingsQuery.queryKey, context?.before);
    },
    onSuccess: () => {
      for (const key of ["today", "history"]) {
        void queryClient.invalidateQueries({ queryKey: [key], refetchType: "none" });
      }
    },
  });

  return {
    settings: data,
    loadError: error,
    reload: () => void refetch(),
    saveError: save.error,
    change: (change: Partial<Settings>) => {
      const present = queryClient.getQueryData(settingsQuery.queryKey);
      if (present) save.mutate({ ...present, ...change });
    },
  };
}
