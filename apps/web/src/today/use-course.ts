import type { Answers, Device, Instant, Plan } from "@stipple/protocol";
import { type SimulatedTreatment, startingTreatment, treatmentAsDone } from "@stipple/simulation";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { SessionRecord, Today } from "../ui/contract.ts";
import { answersQuery, currentPlanQuery, historyQuery, sessionQuery } from "../ui/queries.ts";

/** The sessions whose healing is shown. */
export interface Course {
  readonly treatment: SimulatedTreatment;
  /** The moment of day 0. */
  readonly firstAt: Instant;
  readonly isDone: boolean;
}

/** The one before the last still shows while the last heals. */
const shownSessions = 2;

/** The last sessions really done; before any, the first ones of the plan. */
export function useCourse({ devices }: Today) {
  const answers = useQuery(answersQuery);
  const plan = useQuery(currentPlanQuery);
  const history = useQuery(historyQuery);
  const done = history.data?.sessions
    .filter(({ endedAt }) => endedAt !== undefined)
    .toSorted((a, b) => a.startedAt.localeCompare(b.startedAt))
    .slice(-shownSessions);
  const records = useRecords(done?.map(({ sessionId }) => sessionId));

  const given = answers.data?.answers;
  const inForce = plan.data?.plan;
  const course = useMemo(
    () =>
      given && inForce && records.data
        ? courseOf({
            answers: given,
            plan: inForce,
            records: records.data,
            devices: devices.map(({ device }) => device),
          })
        : undefined,
    [given, inForce, records.data, devices],
  );
  return {
    course,
    error: answers.error ?? plan.error ?? history.error ?? records.error,
    retry: () => void Promise.all([answers.refetch(), plan.refetch(), history.refetch()]),
  };
}

/** The records of these sessions together, each also under its own key. */
function useRecords(ids: readonly string[] | undefined) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ["sessions", "together", ids],
    queryFn: () => Promise.all((ids ?? []).map((id) => client.fetchQuery(sessionQuery(id)))),
    enabled: ids !== undefined,
  });
}

interface CourseInput {
  readonly answers: Answers;
  readonly plan: Plan;
  readonly records: readonly SessionRecord[];
  readonly devices: readonly Device[];
}

/** A plan without a session has none to show. */
function courseOf({ answers, plan, records, devices }: CourseInput): Course | "none" {
  const events = records.flatMap((record) => record.events);
  const done = treatmentAsDone(answers, plan, { events, devices });
  if (done.kind === "as-done") {
    return { treatment: done.treatment, firstAt: done.firstAt, isDone: true };
  }
  const [first] = plan.sessions;
  if (first === undefined) return "none";
  const { treatment } = startingTreatment(answers, plan);
  const sessions = treatment.sessions.slice(0, shownSessions);
  return { treatment: { ...treatment, sessions }, firstAt: first.startsAt, isDone: false };
}
