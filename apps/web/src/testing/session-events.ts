import {
  gateChecks,
  type Instant,
  instant,
  type Plan,
  type SessionEvent,
  type SessionEventBody,
} from "@stipple/protocol";

export const sessionId = "5b4ab2a6-5c1e-4c7e-9a53-0d1fb1a3c001";
export const startedAt = instant("2026-11-29T19:00:00Z");

/** Events of one session, ten seconds apart; `first` numbers them. */
export function eventsOf(
  bodies: readonly SessionEventBody[],
  from: Instant = startedAt,
  first = 0,
) {
  return bodies.map(
    (body, index): SessionEvent => ({
      ...body,
      id: `00000000-0000-4000-8000-${String(first + index).padStart(12, "0")}`,
      sessionId,
      at: instant(new Date(Date.parse(from) + index * 10_000).toISOString()),
    }),
  );
}

/** The start of a session and its checks, all passed. */
export function openingOf(plan: Plan): SessionEventBody[] {
  return [
    {
      kind: "started",
      deviceId: "5b4ab2a6-5c1e-4c7e-9a53-0d1fb1a3c002",
      needleLengthUm: plan.needle.recommendedUm.value,
      setting: plan.setting,
      zones: [...plan.zones],
      sectionIds: plan.sections.map(({ id }) => id),
      timeZone: plan.timeZone,
    },
    ...gateChecks.map((check) => ({ kind: "gate-answered", check, answer: "yes" }) as const),
  ];
}
