import { startingTreatment } from "@stipple/simulation";
import { expect, test } from "vitest";
import { play, playedOf } from "./choices.ts";
import { trialsBeside } from "./trials-beside.ts";

const { treatment } = startingTreatment({}, undefined);
const rolledWith = (needleLengthUm: number) =>
  play(treatment, { ...playedOf(treatment), needleLengthUm });

test("no trial lies beside home needles below half a millimetre", () => {
  expect(trialsBeside(rolledWith(250))).toEqual({ kind: "none", because: "short-needles" });
});

test("at 1.5 mm with minoxidil the roller trials and the pooled course lie beside it, per cm²", () => {
  const beside = trialsBeside(rolledWith(1500));
  expect(beside).toMatchObject({
    kind: "trials",
    points: [
      { name: "Dhurat 2013", week: 12, changePerCm2: 91.4, isDerived: false },
      { name: "Kumar 2018", week: 12, isDerived: true },
      { name: "Pooled trials", week: 24, rangePerCm2: [25, 34] },
    ],
  });
  // 12.52 hairs per square inch.
  expect(beside.kind === "trials" && beside.points[1]?.changePerCm2).toBeCloseTo(1.94, 2);
});

test("at another length only what was pooled over all lengths is laid beside it", () => {
  expect(trialsBeside(rolledWith(1000))).toMatchObject({ points: [{ name: "Pooled trials" }] });
});

test("another medicine matches no trial", () => {
  const { medicines } = treatment;
  const other = (change: Partial<typeof medicines>) =>
    trialsBeside({ ...rolledWith(1500), medicines: { ...medicines, ...change } });
  expect(other({ finasteride: true })).toEqual({ kind: "none", because: "no-match" });
  expect(other({ minoxidil: "2-percent" })).toEqual({ kind: "none", because: "no-match" });
  expect(other({ minoxidil: "none" })).toMatchObject({
    points: [
      { name: "Needling alone", week: 24 },
      { name: "Needling alone", week: 26 },
    ],
  });
});
