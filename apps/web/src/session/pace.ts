import { sectionSizeCm } from "@stipple/protocol";

/** How long the guide gives for the rolls of one direction. All in milliseconds. */
export interface Pace {
  readonly rolls: number;
  /** To bring the roller to the section, or to turn it, before the first roll. */
  readonly readyMs: number;
  /** One roll over the section. */
  readonly rollMs: number;
  /** Lifting the roller and setting it down again. */
  readonly liftMs: number;
}

/** Time to lift and set down: rolling back over the same line is not part of the pattern. Product choice. */
const liftMs = 1_000;
/** Time to find a new section by touch and mirror. Product choice; "Done" skips it. */
const newSectionMs = 6_000;
/** Time to turn the hand for the next direction. Product choice. */
const newDirectionMs = 3_000;

/** The pace of one direction: a section's length at the middle of the plan's pace, plus the lift. */
export function paceOf({
  rolls,
  paceCmPerS: [slowest, fastest],
  isNewSection,
}: {
  readonly rolls: number;
  readonly paceCmPerS: readonly [min: number, max: number];
  readonly isNewSection: boolean;
}): Pace {
  const middleCmPerS = (slowest + fastest) / 2;
  if (!(middleCmPerS > 0)) throw new RangeError(`pace must be above 0 cm/s, got ${middleCmPerS}`);
  return {
    rolls,
    readyMs: isNewSection ? newSectionMs : newDirectionMs,
    rollMs: (sectionSizeCm.lengthCm / middleCmPerS) * 1000,
    liftMs,
  };
}

/** The whole direction, ready time included. */
export function paceDurationMs({ rolls, readyMs, rollMs, liftMs: lift }: Pace): number {
  return readyMs + rolls * (rollMs + lift);
}

export type PaceMoment =
  | { readonly kind: "ready"; readonly leftMs: number; readonly rollsLeft: number }
  | {
      readonly kind: "rolling";
      readonly rollsLeft: number;
      /** Share of the current roll that is behind the roller; 1 while it is lifted. */
      readonly strokeFraction: number;
    }
  | { readonly kind: "over" };

/** What the hand should be doing `passedMs` after the direction began. */
export function paceAt(
  passedMs: number,
  { rolls, readyMs, rollMs, liftMs: lift }: Pace,
): PaceMoment {
  if (passedMs < readyMs) return { kind: "ready", leftMs: readyMs - passedMs, rollsLeft: rolls };

  const rollingMs = passedMs - readyMs;
  const rollsDone = Math.floor(rollingMs / (rollMs + lift));
  if (rollsDone >= rolls) return { kind: "over" };

  const inRollMs = rollingMs - rollsDone * (rollMs + lift);
  return {
    kind: "rolling",
    rollsLeft: rolls - rollsDone,
    strokeFraction: Math.min(1, inRollMs / rollMs),
  };
}
