import type { AssessmentRow, PlanRow } from "@stipple/api";
import type { GuardFinding } from "@stipple/protocol";

// What the server answers, in the API's own types.
export type {
  CalendarFeed,
  CheckInRow,
  DayEntry,
  DeviceRow,
  History,
  PhotoRow,
  SessionRecord,
  SessionRow,
  Settings,
  Today,
} from "@stipple/api";

export type SavedAssessment = AssessmentRow;
export type SavedPlan = PlanRow;

export interface EventsAccepted {
  readonly accepted: number;
  readonly known: number;
  readonly findings: readonly GuardFinding[];
}
