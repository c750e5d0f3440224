import { expect, test } from "vitest";
import { gatherTrial, runTrialChunk, trialChunkCount } from "./trial.ts";
import { type TrialDesign, trialDesignSchema } from "./trial-schema.ts";

const medicines = { minoxidil: "5-percent", finasteride: false } as const;
const weekly = (count: number) =>
  Array.from({ length: count }, (_, week) => ({ day: 7 * week, needleLengthUm: 1500 }));
const design: TrialDesign = {
  arms: [
    { name: "nothing", treatment: null },
    { name: "minoxidil", treatment: { medicines, sessions: [] } },
    { name: "minoxidil and needling", treatment: { medicines, sessions: weekly(24) } },
  ],
  patientsPerArm: 1500,
  weeks: 48,
  seed: 11,
  baseline: { norwood: "4" },
  count: { areaCm2: 1, errorSdPerCm2: 0 },
  adherence: { lowFraction: 1, highFraction: 1 },
  dropoutPerYearFraction: 0,
};
const chunksOf = (one: TrialDesign) =>
  Array.from({ length: trialChunkCount(one) }, (_, chunk) => runTrialChunk(one, chunk));
const chunks = chunksOf(design);
const whole = gatherTrial(design, chunks);
const week = (arm: number, at: number, of = whole) => {
  const found = of.arms[arm]?.weeks[at];
  if (found === undefined) throw new Error(`no week ${at} in arm ${arm}`);
  return found;
};

test("whoever runs the parts, in whatever order, the trial is the same to the last bit", () => {
  const backwards = JSON.parse(JSON.stringify(chunks.toReversed()));
  expect(JSON.stringify(gatherTrial(design, backwards))).toBe(JSON.stringify(whole));
  expect(JSON.stringify(runTrialChunk(design, 3))).toBe(JSON.stringify(chunks[3]));
});

test("a missing, doubled or strange part is refused", () => {
  expect(() => gatherTrial(design, chunks.slice(1))).toThrow("chunks must be the 15 of this trial");
  expect(() => gatherTrial(design, [...chunks, ...chunks.slice(0, 1)])).toThrow("each once");
  expect(() => runTrialChunk(design, 15)).toThrow("a whole number from 0 to 14, got 15");
  expect(() => runTrialChunk(design, Number.NaN)).toThrow("got NaN");
});

test("E.6: one person's change at 48 weeks spreads by 20 to 25 per cm², counting included", () => {
  for (const arm of [0, 1, 2]) {
    expect(week(arm, 48).change.sd).toBeGreaterThan(20);
    expect(week(arm, 48).change.sd).toBeLessThan(25);
  }
});

test("patients who differ keep the means that the model was fitted to", () => {
  // E-PU-05 and E-PU-07 with their tolerances; the parameters' own centre gives 16.5 and 13.4.
  expect(Math.abs((week(1, 48).lessFirst?.mean ?? 0) - 14.7)).toBeLessThan(3);
  const needling = (week(2, 24).change.mean ?? 0) - (week(1, 24).change.mean ?? 0);
  expect(Math.abs(needling - 13)).toBeLessThan(4);
});

test("the same people with the same luck tell arms apart far better than other people would", () => {
  const { se = 0, samePatientsSe = Number.POSITIVE_INFINITY } = week(1, 48).lessFirst ?? {};
  expect(samePatientsSe).toBeLessThan(se / 3);
  const starts = whole.arms.map(({ start }) => start.mean);
  expect(new Set(starts).size).toBe(1);
});

test("baselines differ as people do", () => {
  const { mean = 0, sd = 0 } = whole.arms[0]?.start ?? { n: 0 };
  expect(Math.abs(mean - 170)).toBeLessThan(6);
  expect(sd).toBeGreaterThan(25);
  expect(sd).toBeLessThan(45);
});

test("leaving thins out the counts at the rate asked for, in every arm alike", () => {
  const leaving = { ...design, arms: design.arms.slice(0, 2), dropoutPerYearFraction: 0.3 };
  const result = gatherTrial(leaving, chunksOf(leaving));
  const left = week(0, 48, result).change.n / design.patientsPerArm;
  // 0.7^(48 weeks), four standard errors.
  const expected = 0.7 ** ((48 * 7) / 365.25);
  expect(Math.abs(left - expected)).toBeLessThan(4 * Math.sqrt((0.3 * 0.7) / 1500) + 0.01);
  expect(week(1, 48, result).change.n).toBe(week(0, 48, result).change.n);
});

test("who takes nothing of a treatment is as who gets none", () => {
  const never = { ...design, patientsPerArm: 30, adherence: { lowFraction: 0, highFraction: 0 } };
  const result = gatherTrial(never, chunksOf(never));
  expect(week(2, 48, result).change).toEqual(week(0, 48, result).change);
});

test("a larger counted area and a smaller error make steadier counts", () => {
  const spread = (count: TrialDesign["count"]) => {
    const one = { ...design, arms: design.arms.slice(0, 1), patientsPerArm: 600, weeks: 12, count };
    return week(0, 12, gatherTrial(one, chunksOf(one))).change.sd ?? 0;
  };
  const usual = spread({ areaCm2: 1, errorSdPerCm2: 0 });
  expect(spread({ areaCm2: 5, errorSdPerCm2: 0 })).toBeLessThan(usual - 1.5);
  expect(spread({ areaCm2: 1, errorSdPerCm2: 12 })).toBeGreaterThan(usual + 5);
});

test("evidence is B for medicines at grade 4, and D for needling or another grade", () => {
  const grade = (changes: Partial<TrialDesign>) => {
    const one = { ...design, patientsPerArm: 5, weeks: 4, ...changes };
    return gatherTrial(one, chunksOf(one)).grade;
  };
  const drugs = design.arms.slice(0, 2);
  expect(grade({ arms: drugs })).toBe("B");
  expect(grade({ arms: drugs, baseline: { norwood: "3" } })).toBe("D");
  expect(grade({})).toBe("D");
});

test("the schema takes the design and names what does not fit", () => {
  expect(trialDesignSchema.parse(design)).toEqual(design);
  const faults = (changes: object) => {
    const { error } = trialDesignSchema.safeParse({ ...design, ...changes });
    return (error?.issues ?? []).map(({ path, message }) => `${path.join(".")}: ${message}`);
  };
  const named = (sessions: object[]) => [{ name: "x", treatment: { medicines, sessions } }];
  const all = [
    faults({ surprise: 1 }),
    faults({ weeks: Number.NaN }),
    faults({ patientsPerArm: 4 }),
    faults({ arms: [design.arms[0], design.arms[0]] }),
    faults({ arms: named([{ day: 336, needleLengthUm: 250 }]) }),
    faults({ arms: named([...weekly(2), { day: 3, needleLengthUm: 250 }]) }),
    faults({ arms: named([{ day: 1, needleLengthUm: 250, rolls: 12 }]) }),
    faults({ adherence: { lowFraction: 0.9, highFraction: 0.5 } }),
    faults({ arms: [{ name: "two\nlines", treatment: null }] }),
  ];
  expect(all.map(([first]) => first)).toEqual([
    ': Unrecognized key: "surprise"',
    "weeks: Invalid input: expected number, received NaN",
    "patientsPerArm: Too small: expected number to be >=5",
    "arms: a different name for each arm",
    "arms.0.treatment.sessions.0.day: a day within the 48 weeks of the trial, below 336",
    "arms.0.treatment.sessions: days that do not go back",
    'arms.0.treatment.sessions.0: Unrecognized key: "rolls"',
    "adherence.highFraction: as much as lowFraction, or more",
    "arms.0.name: text on one line",
  ]);
});
