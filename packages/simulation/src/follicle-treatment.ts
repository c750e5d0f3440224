/** One session as the follicles see it. */
export interface NeedlingSession {
  /** Days since the start. Two sessions within one hour count as one. */
  readonly day: number;
  readonly needleLengthUm: number;
  /** Share of the area that the session reached, 1 for all of it: the dose. */
  readonly treatedFraction: number;
}

/** A time on a medicine. */
export interface Course {
  readonly fromDay: number;
  /** First day without it; infinite where it is not stopped. */
  readonly untilDay: number;
  /** Share of the doses really taken, 0 to 1. */
  readonly adherenceFraction: number;
}

export interface MinoxidilCourse extends Course {
  readonly strength: "2-percent" | "5-percent";
  /** Drug that enters the skin in a week over the same without needling: 1 without extra absorption. */
  readonly weeklyDoseRatio: number;
}

/** All that is done for the follicles. Courses of one medicine follow one another. */
export interface FollicleTreatment {
  readonly minoxidil: readonly MinoxidilCourse[];
  readonly finasteride: readonly Course[];
  /** In order of their days; sessions that are missed are left out. */
  readonly needling: readonly NeedlingSession[];
}

/** Nothing is done. */
export const untreated: FollicleTreatment = { minoxidil: [], finasteride: [], needling: [] };

/** Refuses a treatment that cannot be: courses that overlap, sessions out of order, shares outside 0 to 1. */
export function checkTreatment({ minoxidil, finasteride, needling }: FollicleTreatment): void {
  checkCourses("minoxidil", minoxidil);
  checkCourses("finasteride", finasteride);
  for (const { weeklyDoseRatio } of minoxidil) {
    if (!(weeklyDoseRatio >= 0 && weeklyDoseRatio < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`weeklyDoseRatio must be 0 or more, got ${weeklyDoseRatio}`);
    }
  }
  let before = 0;
  for (const { day, needleLengthUm, treatedFraction } of needling) {
    if (!(day >= before && day < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`day of a session must be ${before} or later, got ${day}`);
    }
    if (!(needleLengthUm > 0 && needleLengthUm <= 3000)) {
      throw new RangeError(
        `needleLengthUm must be above 0 and at most 3000, got ${needleLengthUm}`,
      );
    }
    checkShare("treatedFraction", treatedFraction);
    before = day;
  }
}

function checkCourses(medicine: string, courses: readonly Course[]): void {
  let freeFrom = 0;
  for (const { fromDay, untilDay, adherenceFraction } of courses) {
    if (!(fromDay >= freeFrom)) {
      throw new RangeError(`fromDay of ${medicine} must be ${freeFrom} or later, got ${fromDay}`);
    }
    if (!(untilDay >= fromDay)) {
      throw new RangeError(`untilDay of ${medicine} must be ${fromDay} or later, got ${untilDay}`);
    }
    checkShare("adherenceFraction", adherenceFraction);
    freeFrom = untilDay;
  }
}

function checkShare(name: string, share: number): void {
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`${name} must be between 0 and 1, got ${share}`);
  }
}

/**
 * The sessions that remain when only this share of them takes place, the missed ones spread evenly.
 *
 * Session k (from 0) takes place if ⌊(k+1)·share⌋ > ⌊k·share⌋: no chance in it, and a larger share never drops a
 * count of sessions.
 */
export function attendedSessions(
  sessions: readonly NeedlingSession[],
  share: number,
): readonly NeedlingSession[] {
  checkShare("share", share);
  return sessions.filter((_, k) => Math.floor((k + 1) * share) > Math.floor(k * share));
}
