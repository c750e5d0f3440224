export { type AbsorptionFigureInput, absorptionOverTime } from "./absorption-over-time.ts";
export { type ChannelClosureInput, type ClosureCurve, channelClosure } from "./channel-closure.ts";
export { type EstimateColours, type FigureColours, okabeIto } from "./colours.ts";
export { type ForecastFigureInput, hairForecast, type TrialMark } from "./hair-forecast.ts";
export {
  type HealingCalendarInput,
  healingCalendar,
  healingCalendarHeightPx,
} from "./healing-calendar.ts";
export { type HealingFigureInput, healingPhases } from "./healing-phases.ts";
export {
  type MeasuredProgressInput,
  measuredProgress,
  measuredProgressHeightPx,
  type ProgressTrial,
} from "./measured-progress.ts";
export { type OwnViewInput, ownView } from "./own-view.ts";
export { type PunctureMapInput, punctureMap } from "./puncture-map.ts";
export {
  dotSizePx,
  heatMapSizePx,
  type SessionDay,
  type SessionHeatMapInput,
  sessionHeatMap,
} from "./session-heat-map.ts";
export {
  type PainPoint,
  type SymptomPoint,
  type SymptomsInput,
  symptomsOverTime,
} from "./symptoms-over-time.ts";
export { type TopicalChoiceInput, topicalChoice } from "./topical-choice.ts";
export { type TrialArmLine, type TrialResultInput, trialResult } from "./trial-result.ts";
