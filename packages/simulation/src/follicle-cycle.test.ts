import fc from "fast-check";
import { expect, test } from "vitest";
import { simulateFollicles, visibleDensities } from "./follicle-cycle.ts";
import { drawDurationMet, drawUniform, follicleKey, logSdOf } from "./follicle-draws.ts";
import { follicleEquilibrium } from "./follicle-equilibrium.ts";
import {
  type FollicleTreatment,
  type MinoxidilCourse,
  type NeedlingSession,
  untreated,
} from "./follicle-treatment.ts";
import { centralValues } from "./parameter.ts";
import { type FollicleValues, follicleParameters } from "./parameters/follicles.ts";

const parameters: FollicleValues = centralValues(follicleParameters);
/** No progression and no change of class: the cycle alone. */
const still = { ...parameters, progressionPerYear: 0, shrinkingPerCycle: 0 };

interface Run {
  readonly treatment?: FollicleTreatment;
  readonly values?: FollicleValues;
  readonly weeks: number;
  readonly follicles: number;
  readonly seed?: number;
}
const run = ({ treatment = untreated, values = parameters, seed = 1, ...rest }: Run) =>
  simulateFollicles({ treatment, seed, stream: 0, ...rest }, values);
const at = (line: readonly number[], week: number) => line[week] ?? Number.NaN;

const minoxidil = (changes: Partial<MinoxidilCourse> = {}): FollicleTreatment => ({
  ...untreated,
  minoxidil: [
    {
      strength: "5-percent",
      fromDay: 0,
      untilDay: Number.POSITIVE_INFINITY,
      adherenceFraction: 1,
      weeklyDoseRatio: 1,
      ...changes,
    },
  ],
});
const sessions = (count: number, everyDays: number, needleLengthUm: number): NeedlingSession[] =>
  Array.from({ length: count }, (_, index) => ({
    day: index * everyDays,
    needleLengthUm,
    treatedFraction: 1,
  }));

test.each([
  [1, [0.849057, 0.09434, 0.056604]],
  [0, [0.352941, 0.382353, 0.264706]],
])(
  "E-AN-01: with %d of long-cycling follicles the phases share the time as their means",
  (share, expected) => {
    const values = { ...parameters, longCyclingShare: share };
    const { anagen, telogen, latent } = run({ values, weeks: 1, follicles: 40_000 });
    for (const [index, line] of [anagen, telogen, latent].entries()) {
      expect(Math.abs(at(line, 0) / 40_000 - (expected[index] ?? 0))).toBeLessThanOrEqual(0.006);
    }
  },
);

test("E-AN-02: the start is what renewal theory says, in closed form and simulated", () => {
  const theory = follicleEquilibrium(parameters);
  expect(theory.visiblePerCm2).toBeCloseTo(173.623, 3);
  expect(theory.anagenFraction).toBeCloseTo(0.58295, 5);
  expect(theory.latentPerCm2).toBeCloseTo(49.545, 3);

  const course = run({ weeks: 1, follicles: 80_000 });
  const visible = at(course.visiblePerCm2, 0);
  expect(Math.abs(visible - 173.623)).toBeLessThanOrEqual(1);
  expect(Math.abs(at(course.latentPerCm2, 0) - 49.545)).toBeLessThanOrEqual(0.8);
  expect(Math.abs(at(course.visibleAnagenPerCm2, 0) / visible - 0.58295)).toBeLessThanOrEqual(
    0.006,
  );
  const terminal = at(course.terminalPerCm2, 0) / visible;
  expect(Math.abs(terminal - theory.terminalFraction)).toBeLessThanOrEqual(0.006);
});

test("E-AN-03: left alone, the equilibrium stays where it is for 192 weeks", () => {
  const values = { ...still, emergenceDays: 0 };
  const { visiblePerCm2 } = run({ values, weeks: 192, follicles: 80_000 });
  expect(Math.abs(at(visiblePerCm2, 192) - at(visiblePerCm2, 0))).toBeLessThanOrEqual(1.2);
  const firstYear = visiblePerCm2.slice(0, 52).reduce((sum, value) => sum + value, 0) / 52;
  const lastYear = visiblePerCm2.slice(-52).reduce((sum, value) => sum + value, 0) / 52;
  expect(Math.abs(lastYear - firstYear)).toBeLessThanOrEqual(1.2);
});

test("E-AN-04: a phase met by chance has mean (1 + cv²)/2 of its length left", () => {
  const logSd = logSdOf(0.9);
  let left = 0;
  const draws = 200_000;
  for (let follicle = 0; follicle < draws; follicle++) {
    const key = follicleKey(5, follicle);
    left += drawDurationMet(120, logSd, drawUniform(key, 4)) * drawUniform(key, 1);
  }
  expect(Math.abs(left / draws / 108.6 - 1)).toBeLessThanOrEqual(0.02);
});

test("E-AN-05: with every duration doubled the same things happen at twice the time", () => {
  const doubled = { ...still, emergenceDays: 2 * still.emergenceDays };
  for (const name of [
    "anagenLongDays",
    "anagenShortDays",
    "telogenLongDays",
    "telogenShortDays",
    "latencyLongDays",
    "latencyShortDays",
  ] as const) {
    doubled[name] = 2 * still[name];
  }
  const once = run({ values: still, weeks: 50, follicles: 3000 });
  const twice = run({ values: doubled, weeks: 100, follicles: 3000 });
  expect(twice.events).toBe(once.events);
  const every2 = (line: readonly number[]) => line.filter((_, week) => week % 2 === 0);
  expect(every2(twice.visiblePerCm2)).toEqual(once.visiblePerCm2);
  expect(every2(twice.anagen)).toEqual(once.anagen);
});

test("E-AN-06: the count in 1 cm² varies as the binomial law says", () => {
  const counts = Array.from({ length: 400 }, (_, patient) => {
    const design = { treatment: untreated, follicles: 240, weeks: 1, seed: 3, stream: patient };
    return at(simulateFollicles(design, parameters).visiblePerCm2, 0);
  });
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const sd = Math.sqrt(counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / 399);
  expect(Math.abs(sd / 6.93 - 1)).toBeLessThanOrEqual(0.1);
});

test("untreated, density falls by about 4 hairs/cm² in one year and 8 in two", () => {
  const { visiblePerCm2 } = run({ weeks: 104, follicles: 80_000 });
  const change = (week: number) => at(visiblePerCm2, week) - at(visiblePerCm2, 0);
  expect(Math.abs(change(52) + 4)).toBeLessThan(1.2);
  expect(Math.abs(change(104) + 9)).toBeLessThan(1.6);
});

const anyTreatment: fc.Arbitrary<FollicleTreatment> = fc.record({
  minoxidil: fc.constantFrom([], minoxidil().minoxidil, minoxidil({ untilDay: 200 }).minoxidil),
  finasteride: fc.constantFrom(
    [],
    [{ fromDay: 30, untilDay: Number.POSITIVE_INFINITY, adherenceFraction: 0.8 }],
  ),
  needling: fc
    .tuple(fc.nat(30), fc.double({ min: 0, max: 15, noNaN: true }), fc.constantFrom(300, 500, 1500))
    .map(([count, everyDays, length]) => sessions(count, everyDays, length)),
});

test("a follicle is always in one phase: growing, resting and empty add up at all times", () => {
  fc.assert(
    fc.property(anyTreatment, fc.nat(), (treatment, seed) => {
      const course = run({ treatment, seed, weeks: 60, follicles: 500 });
      for (let week = 0; week <= 60; week++) {
        const { anagen, telogen, latent, visiblePerCm2 } = course;
        expect(at(anagen, week) + at(telogen, week) + at(latent, week)).toBe(500);
        const hidden = parameters.follicleDensityPerCm2 - at(visiblePerCm2, week);
        expect(hidden).toBeGreaterThanOrEqual(at(course.latentPerCm2, week) - 1e-9);
        expect(at(course.terminalPerCm2, week)).toBeLessThanOrEqual(at(visiblePerCm2, week));
        expect(at(course.visibleAnagenPerCm2, week)).toBeLessThanOrEqual(at(visiblePerCm2, week));
      }
    }),
    { numRuns: 40 },
  );
});

test("a treatment that changes no rate leaves the run as it was, to the last bit", () => {
  const without: FollicleTreatment = {
    minoxidil: minoxidil({ fromDay: 10, untilDay: 90, adherenceFraction: 0 }).minoxidil,
    finasteride: [{ fromDay: 33, untilDay: 120, adherenceFraction: 0 }],
    needling: sessions(10, 7, 1500).map((session) => ({ ...session, treatedFraction: 0 })),
  };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      const plan = { weeks: 80, follicles: 300, seed };
      expect(run({ ...plan, treatment: without })).toEqual(run(plan));
    }),
    { numRuns: 10 },
  );
});

test("empty follicles that restart sooner never lower the mean density", () => {
  const rate = fc.double({ min: 1, max: 3, noNaN: true });
  fc.assert(
    fc.property(rate, rate, fc.nat(), (a, b, seed) => {
      const mean = (minoxidil5LatencyRate: number) => {
        const values = { ...parameters, minoxidil5LatencyRate, minoxidil5Anagen: 1 };
        const { visiblePerCm2 } = run({
          treatment: minoxidil(),
          values,
          seed,
          weeks: 104,
          follicles: 2000,
        });
        return visiblePerCm2.reduce((sum, value) => sum + value, 0) / visiblePerCm2.length;
      };
      // 2000 follicles on common luck leave a sampling error of a few tenths of a hair.
      expect(mean(Math.max(a, b))).toBeGreaterThanOrEqual(mean(Math.min(a, b)) - 0.5);
    }),
    { numRuns: 15 },
  );
});

test("a session wakes no more follicles than are empty or resting, even with certainty", () => {
  const values = { ...parameters, needlingFactor: 1000 };
  const treatment = { ...untreated, needling: sessions(1, 1, 1500) };
  const before = run({ values, weeks: 1, follicles: 20_000 });
  const after = run({ treatment, values, weeks: 1, follicles: 20_000 });
  const woken = at(after.anagen, 1) - at(before.anagen, 1);
  const pool = at(before.latent, 0) + at(before.telogen, 0);
  expect(woken).toBeLessThanOrEqual(pool);
  // Every empty follicle wakes and a third of the resting ones; in the week a few enter or leave those phases.
  const expected = at(before.latent, 0) + at(before.telogen, 0) / 3;
  expect(Math.abs(woken / expected - 1)).toBeLessThan(0.05);
  expect(at(after.shedPerCm2, 1)).toBeGreaterThan(at(before.shedPerCm2, 1) + 10);
});

test("half the area treated wakes half as many", () => {
  const woken = (treatedFraction: number) => {
    const needling = [{ day: 0, needleLengthUm: 1500, treatedFraction }];
    const course = run({ treatment: { ...untreated, needling }, weeks: 1, follicles: 80_000 });
    return at(course.anagen, 1) - at(run({ weeks: 1, follicles: 80_000 }).anagen, 1);
  };
  expect(Math.abs(woken(0.5) / woken(1) - 0.5)).toBeLessThan(0.06);
});

test("needles below 0.5 mm wake less often than those of 0.5 mm, and depth beyond changes nothing", () => {
  const anagen = (length: number) =>
    at(
      run({
        treatment: { ...untreated, needling: sessions(1, 1, length) },
        weeks: 1,
        follicles: 20_000,
      }).anagen,
      1,
    );
  expect(anagen(499)).toBeLessThan(anagen(500));
  expect(anagen(500)).toBe(anagen(1500));
});

test("two sessions within one hour count as one", () => {
  const once = sessions(1, 1, 1500);
  const twice = [...once, ...once];
  const plan = { weeks: 20, follicles: 2000 };
  expect(run({ ...plan, treatment: { ...untreated, needling: twice } })).toEqual(
    run({ ...plan, treatment: { ...untreated, needling: once } }),
  );
});

test("luck belongs to the follicle and the day: sessions to come change nothing before them", () => {
  const plan = { weeks: 40, follicles: 2000 };
  const few = run({ ...plan, treatment: { ...untreated, needling: sessions(10, 7, 1500) } });
  const many = run({ ...plan, treatment: { ...untreated, needling: sessions(20, 7, 1500) } });
  expect(many.visiblePerCm2.slice(0, 10)).toEqual(few.visiblePerCm2.slice(0, 10));
  expect(many.visiblePerCm2).not.toEqual(few.visiblePerCm2);
});

test("equal seeds give equal runs, to the byte; other seeds and streams do not", () => {
  const text = (seed: number, stream: number) => {
    const design = { treatment: minoxidil(), follicles: 500, weeks: 30, seed, stream };
    return JSON.stringify(simulateFollicles(design, parameters));
  };
  expect(text(8, 0)).toBe(text(8, 0));
  expect(text(8, 0)).not.toBe(text(9, 0));
  expect(text(8, 0)).not.toBe(text(8, 1));
});

test("follicles do not know of one another: a patch is the sum of its parts, in any order", () => {
  const values = { ...parameters, longCyclingShare: 0 };
  const growing = (follicles: number) => run({ values, weeks: 30, follicles }).anagen;
  const patches = Array.from({ length: 40 }, (_, index) => growing(index + 1));
  const each = patches.map((patch, index) =>
    patch.map((count, week) => count - (patches[index - 1]?.[week] ?? 0)),
  );
  expect(each.flat().every((count) => count === 0 || count === 1)).toBe(true);
  const sum = each
    .toReversed()
    .reduce((total, follicle) => total.map((count, week) => count + (follicle[week] ?? 0)));
  expect(sum).toEqual(patches[39]);
});

test("the cost grows with the follicles, not faster", () => {
  const events = (follicles: number) => run({ weeks: 52, follicles }).events;
  expect(Math.abs(events(16_000) / events(4000) - 4)).toBeLessThan(0.1);
});

test("stopping minoxidil loses the gain", () => {
  const stopped = run({ treatment: minoxidil({ untilDay: 364 }), weeks: 104, follicles: 40_000 });
  const never = run({ weeks: 104, follicles: 40_000 });
  const gain = (week: number) => at(stopped.visiblePerCm2, week) - at(never.visiblePerCm2, week);
  expect(gain(52)).toBeGreaterThan(12);
  expect(gain(104)).toBeLessThan(5);
});

test("bad input is refused by name", () => {
  const design = { treatment: untreated, follicles: 10, weeks: 4, seed: 1, stream: 0 };
  const refused =
    (changes: Partial<typeof design>, values: Partial<FollicleValues> = {}) =>
    () =>
      simulateFollicles({ ...design, ...changes }, { ...parameters, ...values });
  expect(refused({ follicles: 0 })).toThrow(
    "follicles must be a whole number of at least 1, got 0",
  );
  expect(refused({ weeks: Number.NaN })).toThrow(
    "weeks must be a whole number of at least 1, got NaN",
  );
  expect(refused({ seed: -1 })).toThrow(/seed must be a whole number/);
  expect(refused({}, { anagenCv: -1 })).toThrow("anagenCv must be 0 or more, got -1");
  expect(refused({}, { latencyLongDays: 0 })).toThrow("latencyLongDays must be above 0, got 0");
  expect(refused({}, { longCyclingShare: 1.1 })).toThrow(
    "longCyclingShare must be at most 1, got 1.1",
  );
});

test("counting only what is seen gives the same counts, to the last bit", () => {
  const treatment = { ...minoxidil(), needling: sessions(12, 7, 1500) };
  const design = { treatment, seed: 4, stream: 9, weeks: 60, follicles: 3000 };
  const course = simulateFollicles(design, parameters);
  const { visiblePerCm2, events } = visibleDensities(design, parameters);
  expect([...visiblePerCm2]).toEqual(course.visiblePerCm2);
  expect(events).toBe(course.events);
  expect(() => visibleDensities({ ...design, follicles: 0 }, parameters)).toThrow("follicles must");
});
