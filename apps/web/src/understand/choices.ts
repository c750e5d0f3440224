import type { SimulatedTreatment } from "@stipple/simulation";

/** What can be moved on the page; every panel follows. */
export interface Played {
  readonly needleLengthUm: number;
  readonly rolls: number;
  readonly pattern: "star" | "fan" | "one-direction";
  readonly delayMin: number;
}

export interface PlayProps {
  readonly treatment: SimulatedTreatment;
  readonly played: Played;
  readonly onPlay: (change: Partial<Played>) => void;
}

export const needleLengthsUm = [200, 250, 300, 500] as const;
export const rollSteps = [2, 4, 6, 8, 10, 12, 15, 18, 20, 24, 30, 40] as const;
/** Close together where the channels close, a day at the end. */
export const delaySteps = [
  0, 5, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 360, 480, 720, 1440,
] as const;

export function playedOf({ sessions, topical }: SimulatedTreatment): Played {
  const last = sessions.at(-1);
  return {
    needleLengthUm: last?.needleLengthUm ?? needleLengthsUm[1],
    rolls: last?.rolls ?? rollSteps[5],
    pattern: last?.pattern ?? "star",
    delayMin: topical?.delayMin ?? 0,
  };
}

/** The same treatment with every session rolled as played. */
export function play(treatment: SimulatedTreatment, played: Played): SimulatedTreatment {
  const { delayMin, ...rolled } = played;
  return {
    ...treatment,
    sessions: treatment.sessions.map((session) => ({ ...session, ...rolled })),
    ...(treatment.topical && { topical: { ...treatment.topical, delayMin } }),
  };
}

const shownSessions = 4;
const daysBefore = 14;

/** Up to four sessions around today, the first of them as day 0. */
export function sessionsInView(
  treatment: SimulatedTreatment,
  todayDay: number | undefined,
): { readonly treatment: SimulatedTreatment; readonly fromDay: number } {
  const { sessions } = treatment;
  const recent = sessions.filter(({ day }) => day >= (todayDay ?? 0) - daysBefore);
  const from = Math.max(0, sessions.length - Math.max(recent.length, shownSessions));
  const fromDay = sessions[from]?.day ?? 0;
  const shown = sessions.slice(from, from + shownSessions);
  return {
    treatment: {
      ...treatment,
      sessions: shown.map((session) => ({ ...session, day: session.day - fromDay })),
    },
    fromDay,
  };
}

export type Change = "half" | "monthly" | "without" | "with";

/** One thing changed, everything else the same. */
export function changeOf(treatment: SimulatedTreatment, change: Change): SimulatedTreatment {
  const { medicines, sessions } = treatment;
  switch (change) {
    case "half":
      return { ...treatment, medicines: { ...medicines, adherenceFraction: 0.5 } };
    case "monthly": {
      const lastDay = sessions.at(-1)?.day ?? 0;
      const first = sessions.slice(0, 1);
      const count = Math.floor(lastDay / 28) + 1;
      return {
        ...treatment,
        sessions: Array.from({ length: count }, (_, month) =>
          first.map((session) => ({ ...session, day: 28 * month })),
        ).flat(),
      };
    }
    case "without":
      return { ...treatment, medicines: { ...medicines, minoxidil: "none" } };
    case "with":
      return { ...treatment, medicines: { ...medicines, minoxidil: "5-percent" } };
  }
}
