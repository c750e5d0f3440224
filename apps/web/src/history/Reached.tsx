import type { Plan, SessionEvent } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { answersQuery, devicesQuery } from "../ui/queries.ts";
import { WhenSeen } from "../ui/simulator/WhenSeen.tsx";
import { Waiting } from "../ui/Waiting.tsx";

const load = () =>
  import("../ui/simulator/SectionsPicture.tsx").then(({ SectionsPicture }) => SectionsPicture);

interface ReachedProps {
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
}

/** Where the needles of one session fell, fetched when it is asked for. */
export function Reached({ plan, events }: ReachedProps) {
  const answers = useQuery(answersQuery);
  const devices = useQuery(devicesQuery);
  const rows = devices.data?.devices;
  const known = useMemo(() => rows?.map(({ device }) => device), [rows]);
  const error = answers.error ?? devices.error;

  if (answers.data && known) {
    return (
      <WhenSeen load={load} props={{ plan, events, answers: answers.data.answers, devices: known }}>
        <Waiting />
      </WhenSeen>
    );
  }
  return error ? (
    <ProblemNotice
      problem={error}
      onRetry={() => void Promise.all([answers.refetch(), devices.refetch()])}
    />
  ) : (
    <Waiting />
  );
}
