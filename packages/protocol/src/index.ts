// Contents page: every name other packages may use, file by file.

export { type Adherence, adherence } from "./adherence.ts";
export {
  type AftercareClock,
  type AvoidItem,
  type CheckIn,
  checkInSchema,
  type GradedSymptom,
  gradedSymptoms,
  type Sign,
  signs,
  type Triage,
  type Urgency,
} from "./aftercare.ts";
export { aftercareClock } from "./aftercare-clock.ts";
export { triage } from "./aftercare-triage.ts";
export {
  type AbsoluteCondition,
  type Answers,
  absoluteConditions,
  answersSchema,
  type DeviceInHand,
  type HairLength,
  isoDateSchema,
  type NorwoodStage,
  needleLengthUmSchema,
  norwoodStages,
  type PatternSign,
  patternSigns,
  type RelativeCondition,
  relativeConditions,
  type Setting,
  type SinclairGrade,
  sinclairGrades,
  type Therapy,
  therapies,
  topicalAllergies,
  type YesNoUnknown,
} from "./answers.ts";
export {
  type Assessment,
  assess,
  type Finding,
  type Outcome,
  type Restrictions,
} from "./assess.ts";
export {
  addDays,
  addHours,
  addMonths,
  compareInstants,
  daysBetween,
  elapsedHours,
  type Instant,
  type IsoDate,
  instant,
  isoDate,
  isTimeZone,
  laterOf,
  localDate,
  localTime,
  weekdayOf,
  zonedInstant,
} from "./calendar.ts";
export {
  absoluteContraindications,
  type ConditionPolicy,
  type ConditionRule,
  relativeContraindications,
} from "./contraindications.ts";
export {
  careForDevice,
  type Device,
  type DeviceEvent,
  type DeviceState,
  type DeviceUse,
  deviceEventSchema,
  deviceSchema,
} from "./device-care.ts";
export { strictestFirst } from "./finding.ts";
export {
  type GuardFinding,
  guardPlan,
  guardStart,
  type PlanCheck,
  type StartCheck,
} from "./guard.ts";
export {
  type CloseUpTotals,
  type CorrectedTotals,
  closeUpTotalsSchema,
  correctedTotalsSchema,
  type MeasuredHair,
  type Measurement,
  type MeasurementEdit,
  type MeasurementResult,
  type MeasurementScale,
  measuredHairSchema,
  measurementEditSchema,
  measurementSchema,
} from "./measurement-record.ts";
export {
  adviseNeedleLength,
  type NeedleContext,
  type NeedleLengthAdvice,
  type NeedleLengthRule,
} from "./needle-length.ts";
export { type NeedleLengthReading, readNeedleLength, showMm } from "./needle-length-text.ts";
export { norwoodHamiltonStages, type Stage } from "./norwood-hamilton.ts";
export { type PatternSignRule, patternSignRules } from "./pattern-signs.ts";
export {
  namesItsSite,
  type PhotoDetails,
  type PhotoUpload,
  type PhotoView,
  photoDetailsSchema,
  photoSubjectShape,
  photoUploadSchema,
  photoViews,
} from "./photo-record.ts";
export {
  type Decided,
  type DoneSession,
  type Plan,
  type PlanChoices,
  type PlanInput,
  type PlannedSession,
  type PlanRefusal,
  type ProtocolId,
  planChoicesSchema,
  planTreatment,
  protocolIds,
  type Review,
  type StudiedRange,
  type TopicalStep,
} from "./plan.ts";
export type { CadencePhase, ProtocolDocument } from "./protocol-document.ts";
export { protocols } from "./protocols.ts";
export {
  type ArticlePlace,
  type RangeUm,
  type Reason,
  type Rule,
  reasonOf,
  rulesVersion,
  type Strength,
  type Verdict,
} from "./rule.ts";
export { allRules } from "./rules.ts";
export {
  type Hold,
  type NextSession,
  type NoNextSession,
  nextSession,
  type ScheduleInput,
  type ZoneWindow,
} from "./schedule.ts";
export { type SelfRating, selfRatingSchema } from "./self-rating.ts";
export { doneSession, isTooLateToResume, keptEvents } from "./session-done.ts";
export {
  doneEvent,
  guideSession,
  type SectionProgress,
  type SessionEventBody,
  type SessionState,
  type SessionStep,
  type SessionSummary,
  speak,
} from "./session-guide.ts";
export {
  type CleaningStep,
  cleaningSteps,
  type GateCheck,
  gateChecks,
  instantSchema,
  type SessionEvent,
  type StopReason,
  sessionEventSchema,
  stopReasons,
} from "./session-record.ts";
export { sinclairStages } from "./sinclair.ts";
export type { Statement } from "./statements/statement.ts";
export { statements } from "./statements.ts";
export { doneSessionSchema, type Treatment, treatmentSchema } from "./treatment.ts";
export {
  expandZones,
  type PartZoneId,
  partZoneIds,
  type Section,
  sectionSizeCm,
  sections,
  sectionsOf,
  type ZoneId,
  zoneIds,
  zonesOverlap,
} from "./zones.ts";
