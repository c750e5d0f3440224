import type { Setting } from "./answers.ts";
import { because } from "./decided.ts";
import { scheduling } from "./frequency.ts";
import { needleChoice } from "./needle-length.ts";
import { showMm } from "./needle-length-text.ts";
import type { StudiedRange } from "./plan.ts";

const studiedDepthUm = [500, 2500] as const;
const weekH = 168;

/** How far depth, interval and place of a plan are from what trials looked at. */
export function compareWithTrials({
  setting,
  needleUm,
  plannedH,
}: {
  readonly setting: Setting;
  readonly needleUm: number;
  readonly plannedH: number;
}): readonly StudiedRange[] {
  const isDepthStudied = needleUm >= studiedDepthUm[0] && needleUm <= studiedDepthUm[1];
  const isIntervalStudied = plannedH >= weekH;
  return [
    {
      aspect: "depth",
      inside: isDepthStudied,
      says: isDepthStudied
        ? `${showMm(needleUm)} lies among the lengths that trials used.`
        : `${showMm(needleUm)} is shorter than in the reviewed trials; one small trial in women, beside minoxidil, used 0.26 mm.`,
      decidedBy: because(needleChoice.studiedDepth),
    },
    {
      aspect: "interval",
      inside: isIntervalStudied,
      says: isIntervalStudied
        ? "Trials rolled weekly to monthly, as this plan does."
        : "Twice a week was looked at once, in a small trial at home, and brought no gain.",
      decidedBy: because(scheduling.studiedInterval),
    },
    {
      aspect: "setting",
      inside: setting === "clinic",
      says:
        setting === "clinic"
          ? "Nearly all trials were done in clinics."
          : "Nearly all trials were done in clinics; the one at home found no difference.",
      decidedBy: because(scheduling.studiedSetting),
    },
  ];
}
