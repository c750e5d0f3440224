import type { GradedSymptom, Instant, IsoDate } from "@stipple/protocol";
import { gradedSymptoms } from "@stipple/protocol";
import type { EChartsOption, SeriesOption } from "echarts";
import { type FigureColours, figureFont } from "./colours.ts";

export interface PainPoint {
  readonly at: Instant;
  readonly date: IsoDate;
  /** 0 no pain … 10 worst pain, the worst section of the session. */
  readonly worstPain: number;
}

export interface SymptomPoint {
  readonly at: Instant;
  readonly graded: Partial<Readonly<Record<GradedSymptom, number>>>;
  readonly hasRedFlag: boolean;
}

export interface SymptomsInput {
  readonly pain: readonly PainPoint[];
  readonly symptoms: readonly SymptomPoint[];
  /** Pain at which a section stops; drawn as a dashed line. */
  readonly stopPain: number;
  readonly colours: FigureColours;
  readonly words: {
    readonly pain: string;
    readonly stopLine: string;
    readonly symptom: Readonly<Record<GradedSymptom, string>>;
    /** Words of the grades 0–3. */
    readonly grades: readonly [string, string, string, string];
    readonly description: string;
  };
  readonly showDate: (at: string) => string;
}

/** Diameter of a grade's dot, 1 to 3. Grade 0 is a short dash: asked, and nothing there. */
const gradeSizePx = [4, 9, 14, 19] as const;

/**
 * Pain of each session above, symptoms of each check-in below, on one time axis: how long something
 * lasted is seen at a glance. Grade is size and not colour; a red flag is also a different mark.
 */
export function symptomsOverTime(input: SymptomsInput): EChartsOption {
  const { colours, words, showDate } = input;
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    textStyle: { color: colours.text, fontFamily: figureFont },
    grid: [
      { top: 34, left: 84, right: 16, height: 118 },
      { top: 196, left: 84, right: 16, height: 156 },
    ],
    tooltip: { trigger: "item", confine: true, borderWidth: 0 },
    xAxis: [timeAxis(0, input), timeAxis(1, input)],
    yAxis: [
      {
        gridIndex: 0,
        type: "value",
        min: 0,
        max: 10,
        interval: 2,
        name: words.pain,
        nameTextStyle: { color: colours.textSoft, align: "left" },
        axisLabel: { color: colours.textSoft },
        splitLine: { lineStyle: { color: colours.line } },
      },
      {
        gridIndex: 1,
        type: "category",
        inverse: true,
        data: gradedSymptoms.map((symptom) => words.symptom[symptom]),
        axisLabel: { color: colours.text },
        axisLine: { show: false },
        axisTick: { show: false },
        splitLine: { show: true, lineStyle: { color: colours.line } },
      },
    ],
    series: [painSeries(input), gradeSeries(input)],
    ...(input.pain.length + input.symptoms.length === 0 && { tooltip: { show: false } }),
  };

  function timeAxis(gridIndex: number, { pain, symptoms }: SymptomsInput) {
    const moments = [...pain, ...symptoms].map(({ at }) => at as string).sort();
    const first = moments.at(0);
    const last = moments.at(-1);
    return {
      gridIndex,
      type: "time" as const,
      ...(first !== undefined && { min: first }),
      ...(last !== undefined && { max: last }),
      axisLabel: {
        show: gridIndex === 1,
        color: colours.textSoft,
        hideOverlap: true,
        formatter: (ms: number) => showDate(new Date(ms).toISOString()),
      },
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      splitLine: { show: false },
    };
  }
}

function painSeries({ pain, stopPain, colours, words, showDate }: SymptomsInput): SeriesOption {
  return {
    name: words.pain,
    type: "line",
    xAxisIndex: 0,
    yAxisIndex: 0,
    symbol: "circle",
    symbolSize: 8,
    lineStyle: { color: colours.text, width: 2 },
    itemStyle: { color: colours.text },
    tooltip: { formatter: (point) => painWords(point, words.pain, showDate) },
    data: pain.map(({ at, worstPain }) => [at, worstPain]),
    markLine: {
      silent: true,
      symbol: "none",
      lineStyle: { color: colours.vermillion, type: "dashed", width: 1.5 },
      label: { formatter: words.stopLine, position: "insideEndTop", color: colours.text },
      data: [{ yAxis: stopPain }],
    },
  };
}

function painWords(point: unknown, name: string, showDate: (at: string) => string): string {
  const value = pointValue(point);
  return value.length < 2 ? "" : `${showDate(String(value[0]))}<br>${name}: ${String(value[1])}`;
}

function gradeSeries({ symptoms, colours, words, showDate }: SymptomsInput): SeriesOption {
  return {
    type: "scatter",
    xAxisIndex: 1,
    yAxisIndex: 1,
    tooltip: {
      formatter: (point) => {
        const [at, row, grade] = pointValue(point);
        const symptom = gradedSymptoms[Number(row)];
        if (symptom === undefined) return "";
        const name = words.symptom[symptom];
        return `${showDate(String(at))}<br>${name}: ${words.grades[Number(grade)] ?? ""}`;
      },
    },
    data: symptoms.flatMap(({ at, graded, hasRedFlag }) =>
      gradedSymptoms.flatMap((symptom, row) => {
        const grade = graded[symptom];
        if (grade === undefined) return [];
        return [
          {
            value: [at, row, grade],
            symbol: grade === 0 ? "rect" : hasRedFlag ? "diamond" : "circle",
            symbolSize: grade === 0 ? [8, 2] : (gradeSizePx[grade] ?? gradeSizePx[3]),
            itemStyle: { color: hasRedFlag ? colours.vermillion : colours.blue, opacity: 1 },
          },
        ];
      }),
    ),
  };
}

function pointValue(point: unknown): readonly unknown[] {
  if (typeof point !== "object" || point === null || !("value" in point)) return [];
  return Array.isArray(point.value) ? point.value : [];
}
