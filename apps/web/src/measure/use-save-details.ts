import type { PhotoDetails } from "@stipple/protocol";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../ui/client.ts";
import type { PhotoRow } from "../ui/contract.ts";
import { photosQuery } from "./queries.ts";

/** A change of what is known about a photo, with what was known before. */
export interface DetailsChange {
  readonly photoId: string;
  readonly before: PhotoDetails;
  readonly after: PhotoDetails;
}

/** Saves what is known about a photo, and takes the last change back. */
export function useSaveDetails() {
  const client = useQueryClient();
  const [last, setLast] = useState<DetailsChange>();
  const saving = useMutation({
    mutationFn: async ({ photoId, after }: DetailsChange) => {
      await api.photos[":id"].$put({ param: { id: photoId }, json: after });
    },
    onSuccess: async (_, change) => {
      setLast(change);
      // Measurements follow their photo.
      await Promise.all([
        client.invalidateQueries({ queryKey: photosQuery.queryKey }),
        client.invalidateQueries({ queryKey: ["measurements"] }),
      ]);
    },
  });
  return {
    isSaving: saving.isPending,
    problem: saving.error,
    /** What was saved last, unless it was taken back. */
    last,
    save: ({ id, details }: Pick<PhotoRow, "id" | "details">, after: PhotoDetails) =>
      saving.mutate({ photoId: id, before: details, after }),
    undo: () => {
      if (!last) return;
      const { photoId, before, after } = last;
      saving.mutate(
        { photoId, before: after, after: before },
        { onSuccess: () => setLast(undefined) },
      );
    },
  };
}
