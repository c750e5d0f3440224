import type { Answers, SessionEvent } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { answersQuery, devicesQuery } from "../ui/queries.ts";
import { type KeptPerson, keepPerson, readPerson } from "./record.ts";

/** What the session's picture must know of the person: from the server, or as this browser kept it with the session. */
export function useKeptPerson(
  sessionId: string,
  events: readonly SessionEvent[],
): KeptPerson | undefined {
  const [kept] = useState(() => readPerson(localStorage, sessionId));
  const answers = useQuery(answersQuery).data?.answers;
  const devices = useQuery(devicesQuery).data?.devices;
  const deviceId = events.find((event) => event.kind === "started")?.deviceId;
  const known = useMemo<KeptPerson | undefined>(
    () =>
      answers &&
      devices && {
        answers: asMuchAsNeeded(answers),
        device: devices.find(({ device }) => device.id === deviceId)?.device,
      },
    [answers, devices, deviceId],
  );

  useEffect(() => {
    if (known) keepPerson(localStorage, sessionId, known);
  }, [known, sessionId]);
  return known ?? kept;
}

/** Nothing is kept in the browser that the picture does not ask for. */
function asMuchAsNeeded({
  ageYears,
  pattern,
  pregnancy,
  conditions,
  signs,
}: Answers): KeptPerson["answers"] {
  const scarring = conditions?.["suspected-scarring-alopecia"];
  const scarred = signs?.["smooth-scarred-skin"];
  return {
    ...(ageYears !== undefined && { ageYears }),
    ...(pattern && { pattern }),
    ...(pregnancy && { pregnancy }),
    ...(scarring && { conditions: { "suspected-scarring-alopecia": scarring } }),
    ...(scarred && { signs: { "smooth-scarred-skin": scarred } }),
  };
}
