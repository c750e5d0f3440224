import { useDebouncedValue } from "@mantine/hooks";
import type { PlanChoices } from "@stipple/protocol";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api } from "../ui/client.ts";

/** What the rules make of the wishes, a moment after they change. */
export function usePreview(choices: PlanChoices) {
  const [wished] = useDebouncedValue(choices, 250);
  const hasPlace = wished.zones.length > 0;
  const { data, error, isFetching } = useQuery({
    queryKey: ["plans", "preview", wished],
    queryFn: async () => (await api.plans.preview.$post({ json: { choices: wished } })).json(),
    enabled: hasPlace,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return {
    result: hasPlace ? data?.result : undefined,
    error,
    isStale: isFetching && wished !== choices,
  };
}

export type PlanPreview = ReturnType<typeof usePreview>;
