import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { api } from "../../ui/client.ts";
import type { PhotoRow } from "../../ui/contract.ts";
import { photosQuery } from "../queries.ts";
import { keptLandmarks, pairsOf, type SetLandmark, withLandmarks } from "./landmarks.ts";

/** The landmarks of two photos: as they are kept with them, or as they were set just now, which is kept too. */
export function useLandmarks(before: PhotoRow, after: PhotoRow) {
  const [set, setSet] = useState(() => keptLandmarks({ before, after }));
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: async (landmarks: readonly SetLandmark[]) => {
      for (const [photo, name] of [
        [before, "before"],
        [after, "after"],
      ] as const) {
        const json = withLandmarks(photo.details, name, landmarks);
        await api.photos[":id"].$put({ param: { id: photo.id }, json });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: photosQuery.queryKey }),
  });
  const pairs = useMemo(() => pairsOf(set, { before, after }), [set, before, after]);
  return {
    set,
    /** Stable for as long as nothing was set: a worker is asked anew for other pairs. */
    pairs: useStable(pairs),
    problem: saving.error,
    keep: (landmarks: readonly SetLandmark[]) => {
      setSet(landmarks);
      saving.mutate(landmarks);
    },
  };
}

/** The same value for as long as it says the same, however often the photos are read again. */
function useStable<Value>(value: Value): Value {
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says is what counts.
  return useMemo(() => value, [text]);
}
