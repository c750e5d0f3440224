import { queryOptions } from "@tanstack/react-query";
import { api } from "../ui/client.ts";

/** Every photo, newest first, and whether they can be opened at all. */
export const photosQuery = queryOptions({
  queryKey: ["photos"],
  queryFn: async () => (await api.photos.$get({ query: {} })).json(),
});
