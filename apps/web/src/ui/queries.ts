import { queryOptions } from "@tanstack/react-query";
import { api } from "./client.ts";
import { ProblemError } from "./problem.ts";

export const healthQuery = queryOptions({
  queryKey: ["health"],
  queryFn: async () => (await api.health.$get()).json(),
  refetchInterval: 30_000,
});

export const todayQuery = queryOptions({
  queryKey: ["today"],
  queryFn: async () => (await api.today.$get()).json(),
});

export const answersQuery = queryOptions({
  queryKey: ["answers"],
  queryFn: async () => (await api.answers.$get()).json(),
});

/** The newest assessment, or `null` when there is none yet. */
export const latestAssessmentQuery = queryOptions({
  queryKey: ["assessments", "latest"],
  queryFn: () =>
    noneAsNull(
      api.assessments.latest.$get().then((response) => response.json()),
      "assessment.none",
    ),
});

/** The plan in force, or `null` when there is none yet. */
export const currentPlanQuery = queryOptions({
  queryKey: ["plans", "current"],
  queryFn: () =>
    noneAsNull(
      api.plans.current.$get().then((response) => response.json()),
      "plan.none",
    ),
});

export function planQuery(id: string) {
  return queryOptions({
    queryKey: ["plans", id],
    queryFn: async () => (await api.plans[":id"].$get({ param: { id } })).json(),
  });
}

export const devicesQuery = queryOptions({
  queryKey: ["devices"],
  queryFn: async () => (await api.devices.$get()).json(),
});

export function sessionQuery(id: string) {
  return queryOptions({
    queryKey: ["sessions", id],
    queryFn: async () => (await api.sessions[":id"].$get({ param: { id } })).json(),
  });
}

export const checkInsQuery = queryOptions({
  queryKey: ["check-ins"],
  queryFn: async () => (await api["check-ins"].$get()).json(),
});

export const holdsQuery = queryOptions({
  queryKey: ["holds"],
  queryFn: async () => (await api.holds.$get()).json(),
});

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: async () => (await api.settings.$get()).json(),
  staleTime: 60_000,
});

export const historyQuery = queryOptions({
  queryKey: ["history"],
  queryFn: async () => (await api.history.$get()).json(),
});

export const calendarFeedsQuery = queryOptions({
  queryKey: ["calendar-feed"],
  queryFn: async () => (await api["calendar-feed"].$get()).json(),
});

export const recoveryQuery = queryOptions({
  queryKey: ["recovery"],
  queryFn: async () => (await api.recovery.$get()).json(),
});

async function noneAsNull<Answer>(answer: Promise<Answer>, code: string): Promise<Answer | null> {
  return answer.catch((thrown: unknown) => {
    if (thrown instanceof ProblemError && thrown.code === code) return null;
    throw thrown;
  });
}
