import { type CheckIn, instant, type Triage } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { request } from "../ui/client.ts";
import { newId } from "../ui/new-id.ts";

/** Records a check-in. A red flag in it puts the plan on hold on the server. */
export function useSaveCheckIn() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (answers: Omit<CheckIn, "id" | "at">) => {
      const checkIn: CheckIn = {
        ...answers,
        id: newId(),
        at: instant(new Date().toISOString()),
      };
      return request<{ readonly triage: Triage; readonly holdId?: string }>(
        "POST",
        "/api/check-ins",
        checkIn,
      );
    },
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
