import type { SimulatedTreatment } from "@stipple/simulation";

/** What can be moved on the page; every panel follows. */
export interface Played {
  readonly needleLengthUm: number;
  readonly rolls: number;
  readonly pattern: "star" | "fan" | "one-direction";
  readonly delayMin: number;
}

/** What a step needs that follows the wait for the drug. */
export interface DelayProps {
  readonly treatment: SimulatedTreatment;
  readonly delayMin: number;
  readonly onPlay: (change: Partial<Played>) => void;
}

/** What rollers are sold with; the longest two are for clinics. */
export const needleLengthsUm = [200, 250, 300, 500, 1000, 1500] as const;
export const longestHomeUm = 500;
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

/** What can be changed in "What changes if", one at a time, and the values it can take. */
export const changes = {
  adherence: ["1", "0.75", "0.5", "0.25"],
  cadence: ["3.5", "7", "14", "28"],
  needle: needleLengthsUm.map(String),
  rolls: ["4", "8", "12", "15", "20", "40"],
  pattern: ["star", "fan", "one-direction"],
  delay: ["0", "30", "60", "240", "1440"],
  minoxidil: ["none", "2-percent", "5-percent"],
} as const;

export type Changeable = keyof typeof changes;
export const changeables = Object.keys(changes) as Changeable[];

/** One thing changed, everything else the same. */
export function changeOf(
  treatment: SimulatedTreatment,
  thing: Changeable,
  value: string,
): SimulatedTreatment {
  const { medicines, topical } = treatment;
  const played = playedOf(treatment);
  switch (thing) {
    case "adherence":
      return { ...treatment, medicines: { ...medicines, adherenceFraction: Number(value) } };
    case "cadence":
      return { ...treatment, sessions: sessionsEvery(Number(value), treatment) };
    case "needle":
      return play(treatment, { ...played, needleLengthUm: Number(value) });
    case "rolls":
      return play(treatment, { ...played, rolls: Number(value) });
    case "pattern":
      return play(treatment, { ...played, pattern: patternOf(value) });
    case "delay":
      return play(treatment, { ...played, delayMin: Number(value) });
    case "minoxidil": {
      const minoxidil = minoxidilOf(value);
      const product = minoxidil === "2-percent" ? "minoxidil-2" : "minoxidil-5";
      return {
        ...treatment,
        medicines: { ...medicines, minoxidil },
        ...(topical && { topical: { ...topical, product } }),
      };
    }
  }
}

/** What a treatment has now, in the words of `changes`; a value that is not among them stands as it is. */
export function currentOf(treatment: SimulatedTreatment, thing: Changeable): string {
  const { medicines, sessions } = treatment;
  const { needleLengthUm, rolls, pattern, delayMin } = playedOf(treatment);
  switch (thing) {
    case "adherence":
      return String(medicines.adherenceFraction);
    case "cadence":
      return String(Math.round(2 * ((sessions[1]?.day ?? 0) - (sessions[0]?.day ?? 0))) / 2);
    case "needle":
      return String(needleLengthUm);
    case "rolls":
      return String(rolls);
    case "pattern":
      return pattern;
    case "delay":
      return String(delayMin);
    case "minoxidil":
      return medicines.minoxidil;
  }
}

/** The first session again and again, until the day of the last. */
function sessionsEvery(days: number, { sessions }: SimulatedTreatment) {
  const lastDay = sessions.at(-1)?.day ?? 0;
  const first = sessions.slice(0, 1);
  return Array.from({ length: Math.floor(lastDay / days) + 1 }, (_, index) =>
    first.map((session) => ({ ...session, day: days * index })),
  ).flat();
}

function patternOf(value: string): Played["pattern"] {
  return value === "fan" || value === "one-direction" ? value : "star";
}

function minoxidilOf(value: string): SimulatedTreatment["medicines"]["minoxidil"] {
  return value === "2-percent" || value === "5-percent" ? value : "none";
}
