import { queryOptions } from "@tanstack/react-query";
import { api } from "../../ui/client.ts";

/** Every rating of the own hair, by day. */
export const selfRatingsQuery = queryOptions({
  queryKey: ["self-ratings"],
  queryFn: async () => (await api["self-ratings"].$get()).json(),
});

/** The stage of every assessment, newest first. */
export const assessedStagesQuery = queryOptions({
  queryKey: ["assessments", "stages"],
  queryFn: async () => (await api.assessments.$get()).json(),
});
