import type { EChartsOption } from "echarts";
import { type EstimateColours, figureFont } from "./colours.ts";

export interface PunctureMapInput {
  /** x and y of every hole, in turn, in mm from the corner of the patch. */
  readonly placesMm: ArrayLike<number>;
  /** The square patch, and how much of it is shown around its middle. */
  readonly sideMm: number;
  readonly shownMm: number;
  readonly holeDiameterMm: number;
  /** Skin this near to a hole counts as covered. */
  readonly coveredRadiusMm: number;
  /** Side of the drawn square. */
  readonly sidePx: number;
  readonly colours: EstimateColours;
  readonly words: { readonly x: string; readonly y: string; readonly description: string };
}

/** Smallest diameter at which a dot is still seen as one. */
const leastDotPx = 1.6;

/** Every hole of a session, to scale, on the skin it reaches. The axes are in millimetres; nothing is stretched. */
export function punctureMap(input: PunctureMapInput): EChartsOption {
  const { shownMm, sidePx, holeDiameterMm, coveredRadiusMm, colours, words } = input;
  const pxPerMm = sidePx / shownMm;
  const data = shownPlaces(input);
  const dots = (name: string, diameterPx: number, opacity: number) => ({
    name,
    type: "scatter" as const,
    silent: true,
    symbol: "circle",
    symbolSize: diameterPx,
    itemStyle: { color: colours.dataEstimated, opacity },
    data,
  });
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    textStyle: { color: colours.text, fontFamily: figureFont },
    grid: { top: 44, left: 56, width: sidePx, height: sidePx },
    xAxis: { ...millimetres(words.x, shownMm, colours), nameGap: 28 },
    yAxis: { ...millimetres(words.y, shownMm, colours), nameGap: 34 },
    series: [
      dots("reach", 2 * coveredRadiusMm * pxPerMm, 0.2),
      dots("hole", Math.max(leastDotPx, holeDiameterMm * pxPerMm), 1),
    ],
  };
}

/** The holes inside the shown square, measured from its own corner. */
function shownPlaces({ placesMm, sideMm, shownMm }: PunctureMapInput): [number, number][] {
  const cornerMm = (sideMm - shownMm) / 2;
  const shown: [number, number][] = [];
  for (let at = 0; at + 1 < placesMm.length; at += 2) {
    const xMm = (placesMm[at] ?? 0) - cornerMm;
    const yMm = (placesMm[at + 1] ?? 0) - cornerMm;
    if (xMm >= 0 && yMm >= 0 && xMm <= shownMm && yMm <= shownMm) shown.push([xMm, yMm]);
  }
  return shown;
}

function millimetres(name: string, shownMm: number, colours: EstimateColours) {
  return {
    type: "value" as const,
    min: 0,
    max: shownMm,
    name,
    nameLocation: "middle" as const,
    nameTextStyle: { color: colours.textSoft },
    axisLabel: { color: colours.textSoft },
    axisLine: { show: true, lineStyle: { color: colours.line } },
    axisTick: { show: false },
    splitLine: { show: false },
  };
}
