import { expect, test } from "vitest";
import { type ComparedTreatment, trialsBeside } from "./trials-beside.ts";

const rolled: ComparedTreatment = {
  needleLengthUm: 1500,
  minoxidil: "5-percent",
  hasOtherMedicine: false,
};

test("no trial lies beside needles below half a millimetre", () => {
  for (const needleLengthUm of [200, 250, 300, 499]) {
    expect(trialsBeside({ ...rolled, needleLengthUm })).toEqual({
      kind: "none",
      because: "short-needles",
    });
  }
});

test("at 1.5 mm with minoxidil the roller trials and the pooled course lie beside it, per cm²", () => {
  const beside = trialsBeside(rolled);
  expect(beside).toMatchObject({
    kind: "trials",
    points: [
      { name: "Dhurat 2013", week: 12, changePerCm2: 91.4, isPooled: false, isDerived: false },
      { name: "Kumar 2018", week: 12, isPooled: false, isDerived: true },
      { name: "Pooled trials", week: 24, rangePerCm2: [25, 34], isPooled: true },
    ],
  });
  // 12.52 hairs per square inch.
  expect(beside.kind === "trials" && beside.points[1]?.changePerCm2).toBeCloseTo(1.94, 2);
});

test("at another length only what was pooled over all lengths is laid beside it", () => {
  expect(trialsBeside({ ...rolled, needleLengthUm: 500 })).toMatchObject({
    points: [{ name: "Pooled trials" }],
  });
});

test("another medicine, and another strength, match no trial", () => {
  const none = { kind: "none", because: "no-match" };
  expect(trialsBeside({ ...rolled, hasOtherMedicine: true })).toEqual(none);
  expect(trialsBeside({ ...rolled, minoxidil: "2-percent" })).toEqual(none);
  expect(trialsBeside({ ...rolled, minoxidil: "none" })).toMatchObject({
    points: [
      { name: "Needling alone", week: 24 },
      { name: "Needling alone", week: 26 },
    ],
  });
});
