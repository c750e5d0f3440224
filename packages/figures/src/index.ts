export { type FigureColours, okabeIto } from "./colours.ts";
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
