import { expect, test } from "vitest";
import { type CloseUpVisit, compareCloseUps } from "./compare-closeups.ts";
import type { MatchableHair } from "./match-hairs.ts";
import { nearlyNormal, seeded } from "./testing/seeded.ts";

const region = [
  { x: 0, y: 0 },
  { x: 1999, y: 0 },
  { x: 1999, y: 1499 },
  { x: 0, y: 1499 },
];

/** Hairs strewn over the region, each about 60 µm wide. */
function hairs(seed: number, count: number): readonly MatchableHair[] {
  const uniform = seeded(seed);
  return Array.from({ length: count }, () => {
    const root = { x: 200 + 1600 * uniform(), y: 200 + 1100 * uniform() };
    const angle = 0.8 + 0.4 * nearlyNormal(uniform);
    const tip = { x: root.x + 200 * Math.cos(angle), y: root.y + 200 * Math.sin(angle) };
    const widthUm = 60 + 12 * nearlyNormal(uniform);
    return { root, tip, widthUm, widthSdUm: 2, lengthUm: 800, score: 0.95, borderCut: false };
  });
}

/** As many hairs on 0.48 cm². */
function visit(
  list: readonly MatchableHair[],
  warnings: CloseUpVisit["closeUp"]["warnings"] = [],
): CloseUpVisit {
  const total = list.length / 0.48;
  const reach = (1.645 * Math.sqrt(list.length)) / 0.48;
  return {
    closeUp: {
      algorithmVersion: "closeup-1",
      umPerPx: 4,
      hairs: list,
      density: { total, terminal: 0.8 * total },
      interval90: [total - reach, total + reach],
      thickness: { median: 60 },
      cumulativeThickness: (60 * total) / 1000,
      vellusShare: 0.1,
      warnings,
    },
    region,
    shots: 1,
  };
}

test("the same hairs have not changed, whatever is asked", () => {
  const same = visit(hairs(3, 80));
  const { quantities, hairs: changes } = compareCloseUps(same, same);
  expect(changes).toMatchObject({ netFraction: 0 });
  expect(Object.values(quantities).map(({ answer }) => answer)).toEqual(
    Array(5).fill("no-detectable-change"),
  );
  expect(quantities["density-total"]?.mode).toBe("matched");
});

test("hairs that came are counted on the skin that both photos show", () => {
  const before = hairs(3, 80);
  const after = [...before, ...hairs(77, 30)];
  const { quantities, hairs: changes } = compareCloseUps(visit(before), visit(after));
  if (!("netFraction" in changes)) throw new Error(changes.message);
  expect(Math.abs(changes.netFraction - 30 / 80)).toBeLessThan(0.06);
  const total = quantities["density-total"];
  expect(total).toMatchObject({ answer: "better", mode: "matched" });
  expect(total?.change).toBeCloseTo((80 / 0.48) * changes.netFraction, 6);
  // Nearly all are terminal: their change is that of all, and not that of two counts of different skin.
  const terminal = quantities["density-terminal"];
  expect(terminal).toMatchObject({ mode: "matched" });
  expect(terminal?.changeFraction).toBeCloseTo(changes.netFraction, 1);
  expect(quantities["cumulative-thickness"]?.changeFraction).toBeCloseTo(changes.netFraction, 1);
});

test("photos of two places are compared as wholes, and few hairs tell little", () => {
  const few = compareCloseUps(visit(hairs(3, 20)), visit(hairs(99, 30)));
  expect(few.hairs).toMatchObject({ kind: "not-matched" });
  for (const { answer } of Object.values(few.quantities)) {
    expect(answer).toBe("no-detectable-change");
  }
  const many = compareCloseUps(visit(hairs(3, 100)), visit(hairs(99, 190)));
  expect(many.quantities["density-terminal"]).toMatchObject({ answer: "better" });
});

test.each(["glare", "blurred", "no-hair", "no-scale", "tilted", "may-be-face"])(
  "a photo with the doubt %s is not compared, and says why",
  (code) => {
    const doubtful = visit(hairs(3, 80), [{ code, says: `It is ${code}.` }]);
    const { quantities } = compareCloseUps(visit(hairs(3, 80)), doubtful);
    for (const { answer, reasons } of Object.values(quantities)) {
      expect(answer).toBe("not-comparable");
      expect(reasons[0]?.text).toContain(`It is ${code}.`);
    }
  },
);

test("thin hairs that could not be seen spoil their own share alone", () => {
  const coarse = visit(hairs(3, 80), [{ code: "vellus-unseen", says: "Too coarse." }]);
  const { quantities } = compareCloseUps(visit(hairs(3, 80)), coarse);
  expect(quantities["vellus-share"]?.answer).toBe("not-comparable");
  expect(quantities["density-total"]?.answer).toBe("no-detectable-change");
});

test("without a scale nothing is matched, and the next step is said", () => {
  const unscaled = { ...visit(hairs(3, 80)) };
  const closeUp = { ...unscaled.closeUp, umPerPx: undefined };
  const { hairs: changes } = compareCloseUps({ ...unscaled, closeUp }, unscaled);
  expect(changes).toMatchObject({ kind: "not-matched", action: expect.stringContaining("card") });
});
