import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useSyncExternalStore } from "react";
import { api } from "../ui/client.ts";
import { forgetPhoto, keepPhoto, readKeptPhotos } from "./kept-photos.ts";
import { photosQuery } from "./queries.ts";
import { uploadPhoto } from "./upload-photo.ts";
import { createUploads, type UploadsState } from "./uploads.ts";

export const uploads = createUploads({
  send: (photo, watch) => uploadPhoto(photo, watch),
  giveUp: (id) => api["photo-uploads"][":id"].$delete({ param: { id } }),
  keep: keepPhoto,
  forget: forgetPhoto,
  readKept: readKeptPhotos,
});

/** The photos on their way; when one arrives, the lists of photos are read again. */
export function useUploads(): UploadsState {
  const client = useQueryClient();
  const state = useSyncExternalStore(uploads.subscribe, uploads.read);
  const arrived = state.arrivedIds.length;

  useEffect(() => {
    void uploads.resume();
  }, []);
  useEffect(() => {
    if (arrived > 0) void client.invalidateQueries({ queryKey: photosQuery.queryKey });
  }, [arrived, client]);

  return state;
}
