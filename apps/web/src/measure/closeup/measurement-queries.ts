import type { MeasurementRecord } from "@stipple/api";
import { api } from "../../ui/client.ts";

/** Every close-up count of every site, oldest photo first, without hairs. */
export const closeUpsQuery = {
  queryKey: ["measurements", "close-up"],
  queryFn: async () => {
    const response = await api.measurements.$get({ query: { kind: "close-up" } });
    return (await response.json()).measurements;
  },
};

/** Every share of growing hairs of every site, oldest first. */
export const growthSharesQuery = {
  queryKey: ["measurements", "anagen-share"],
  queryFn: async () => {
    const response = await api.measurements.$get({ query: { kind: "anagen-share" } });
    return (await response.json()).measurements;
  },
};

/** One count with its hairs and corrections. */
export function measurementQuery(id: string) {
  return {
    queryKey: ["measurements", id],
    queryFn: async (): Promise<MeasurementRecord> =>
      (await api.measurements[":id"].$get({ param: { id } })).json(),
  };
}

export function photoQuery(id: string) {
  return {
    queryKey: ["photos", id],
    queryFn: async () => (await api.photos[":id"].$get({ param: { id } })).json(),
  };
}
