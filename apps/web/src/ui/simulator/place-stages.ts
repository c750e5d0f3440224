import {
  absorptionParameters,
  assessReadiness,
  centralValues,
  closureHalfLifeMin,
  type HealingCourse,
  healingParameters,
  openFraction,
  type Readiness,
  type RolledSection,
  type SimulatedSession,
  type SimulatedTreatment,
  simulateSkin,
  stageGrades,
} from "@stipple/simulation";
import type {
  Question,
  ScalpAnswer,
  ScalpToday,
  SectionsAnswer,
  TopicalChoiceAnswer,
} from "./panels.ts";
import { answerAbsorption, answerPunctures, healingOf } from "./stages.ts";

type Asked = Pick<Question, "treatment" | "comparedWith" | "sections" | "scalp">;

/** The drug in the article's window, and the same drug after the wait. */
export function answerTopicalChoice({ treatment, comparedWith }: Asked): TopicalChoiceAnswer {
  if (comparedWith === undefined) throw new RangeError("comparedWith must hold the wait");
  return { window: answerAbsorption(treatment), wait: answerAbsorption(comparedWith) };
}

/** The last session, section by section as it was rolled; each with luck of its own. */
export function answerSections({ treatment, sections = [] }: Asked): SectionsAnswer {
  const last = treatment.sessions.at(-1);
  if (last === undefined) throw new RangeError("sessions must hold at least 1 session, got 0");
  const rolled = sections.map((section, index) => ({
    sectionId: section.sectionId,
    rolls: section.rolls,
    punctures: answerPunctures({
      ...treatment,
      sessions: [sessionOver(section, last)],
      seed: treatment.seed + index,
    }),
  }));
  return { grade: stageGrades.punctures, rolled };
}

/** A section that was left early is followed with its rolls spread over the pattern, or along its only direction. */
function sessionOver(
  { rolls, rollsPerDirection }: RolledSection,
  session: SimulatedSession,
): SimulatedSession {
  const isOneWay = rollsPerDirection.filter((count) => count > 0).length === 1;
  return { ...session, rolls, pattern: isOneWay ? "one-direction" : session.pattern };
}

export function answerScalp({ treatment, scalp }: Asked): ScalpAnswer {
  const course = simulateSkin(treatment);
  return {
    healing: healingOf(course),
    readiness: scalp && readinessOn(scalp, course, treatment),
  };
}

const minutesPerDay = 1440;

/** Channels count as closed only once they are in the slowest reading of the evidence. */
function readinessOn(
  { day, reported }: ScalpToday,
  course: HealingCourse,
  { person, sessions }: SimulatedTreatment,
): Readiness {
  const lastDay = sessions.at(-1)?.day ?? 0;
  const absorption = centralValues(absorptionParameters);
  const halfLifeMin = closureHalfLifeMin("slow-upper", person.ageYears, absorption);
  return assessReadiness(
    {
      course,
      day,
      openFraction: openFraction(Math.max(0, day - lastDay) * minutesPerDay, halfLifeMin),
      reported,
    },
    centralValues(healingParameters),
  );
}
