import { expect, test } from "vitest";
import type { Restrictions } from "./assess.ts";
import { epochMs, instant, isoDate } from "./calendar.ts";
import type { Plan, PlanChoices, PlanInput } from "./plan.ts";
import { draftPlan } from "./plan-draft.ts";
import { assessmentOf } from "./testing/arbitraries.ts";
import { brokenLimits } from "./testing/plan-limits.ts";

const now = instant("2026-03-02T12:00:00Z");
const override = { by: "Dr. A", reason: "Trial", recordedOn: isoDate("2026-03-01") };

/** Every value of every discrete wish and answer that decides a limit. */
const axes = {
  setting: ["home", "clinic"],
  protocolId: ["article-home", "article-clinic", "dhurat-2013", "faghihi-2021"],
  hasOverride: [false, true],
  timing: ["wait-24h", "article-window"],
  readBothSides: [false, true],
  therapies: ["none", "minoxidil-topical", "unknown"],
  hasRelativeFlag: [false, true],
  hasCardiovascularFlag: [false, true],
  pigmentRisk: [false, true],
  hairLength: ["under-1-cm", "unknown"],
  sessionsPerWeek: [1, 2],
} as const;
const needleLengthsUm = [
  undefined,
  ...Array.from({ length: 39 }, (_, step) => 100 + 50 * step),
] as const;

type Point = { readonly [Axis in keyof typeof axes]: (typeof axes)[Axis][number] };

function* points(): Generator<Point> {
  for (const setting of axes.setting)
    for (const protocolId of axes.protocolId)
      for (const hasOverride of axes.hasOverride)
        for (const timing of axes.timing)
          for (const readBothSides of axes.readBothSides)
            for (const therapies of axes.therapies)
              for (const hasRelativeFlag of axes.hasRelativeFlag)
                for (const hasCardiovascularFlag of axes.hasCardiovascularFlag)
                  for (const pigmentRisk of axes.pigmentRisk)
                    for (const hairLength of axes.hairLength)
                      for (const sessionsPerWeek of axes.sessionsPerWeek)
                        yield {
                          setting,
                          protocolId,
                          hasOverride,
                          timing,
                          readBothSides,
                          therapies,
                          hasRelativeFlag,
                          hasCardiovascularFlag,
                          pigmentRisk,
                          hairLength,
                          sessionsPerWeek,
                        };
}

function inputAt(point: Point, needleLengthUm: number | undefined): PlanInput {
  const restrictions: Restrictions = {
    hasRelativeFlag: point.hasRelativeFlag,
    hasCardiovascularFlag: point.hasCardiovascularFlag,
    usesDrugTopical: point.therapies !== "none",
    noHairDrugs: false,
    pigmentRisk: point.pigmentRisk,
  };
  const choices: PlanChoices = {
    protocolId: point.protocolId,
    zones: ["vertex"],
    firstOn: isoDate("2026-03-08"),
    timeOfDay: "20:00",
    timeZone: "UTC",
    sessionsPerWeek: point.sessionsPerWeek,
    topicalTiming: point.timing,
    readBothSides: point.readBothSides,
    ...(needleLengthUm !== undefined && { needleLengthUm }),
    ...(point.hasOverride && { doctorOverride: override }),
  };
  return {
    answers: {
      setting: point.setting,
      hairLength: point.hairLength,
      therapies: [point.therapies],
    },
    assessment: assessmentOf(restrictions, epochMs(now)),
    choices,
    history: [],
    now,
  };
}

/** Why there must be no plan here, by the table alone. */
function expectedRefusal(point: Point, needleLengthUm: number | undefined): string | undefined {
  if ((point.setting === "home") !== (point.protocolId === "article-home")) return "protocol";
  if (point.protocolId === "dhurat-2013" && !point.hasOverride) return "protocol";
  const wantsWindow = point.timing === "article-window" && point.therapies !== "none";
  const isShortWish = needleLengthUm !== undefined && needleLengthUm <= 300;
  return point.setting === "clinic" && wantsWindow && !isShortWish ? "conflict" : undefined;
}

/** The longest drug wait of a plan; without a drug it is endless. */
function drugWaitH({ topicals }: Plan): number {
  const waits = topicals
    .filter(({ product }) => product === "minoxidil")
    .map(({ waitAfterH }) => waitAfterH);
  return Math.min(Number.POSITIVE_INFINITY, ...waits);
}

test("at every point of the lattice the plan keeps the table, or is refused for the reason the table gives", () => {
  const broken: string[] = [];
  let plans = 0;
  for (const point of points()) {
    let lastWaitH = 0;
    for (const needleLengthUm of needleLengthsUm) {
      const input = inputAt(point, needleLengthUm);
      const result = draftPlan(input);
      const expected = expectedRefusal(point, needleLengthUm);
      const found =
        result.kind === "refused"
          ? result.because === expected
            ? []
            : [`refused because ${result.because}`]
          : expected === undefined
            ? brokenLimits(result, input)
            : [`a plan in spite of ${expected}`];
      if (found.length > 0 && broken.length < 10)
        broken.push(`${needleLengthUm} ${JSON.stringify(point)}: ${found.join("; ")}`);
      if (result.kind === "refused") continue;

      plans += 1;
      const isWaitShorter = needleLengthUm !== undefined && drugWaitH(result) < lastWaitH;
      if (isWaitShorter && broken.length < 10)
        broken.push(`I-C3 ${needleLengthUm} ${JSON.stringify(point)}`);
      if (needleLengthUm !== undefined) lastWaitH = drugWaitH(result);
    }
  }
  expect(broken).toEqual([]);
  expect(plans).toBe(85_120);
}, 120_000);
