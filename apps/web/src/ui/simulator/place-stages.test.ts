import { startingTreatment } from "@stipple/simulation";
import { expect, test } from "vitest";
import { answerScalp, answerSections, answerTopicalChoice } from "./place-stages.ts";

const { treatment } = startingTreatment({}, undefined);
const all = { sectionId: "vertex/left-back", rolls: 12, rollsPerDirection: [3, 3, 3, 3] };

test("a section that was rolled a quarter as often has a quarter of the holes", () => {
  const left = { sectionId: "vertex/right-back", rolls: 3, rollsPerDirection: [3, 0, 0, 0] };
  const { rolled } = answerSections({ treatment, sections: [all, left] });
  const [whole, quarter] = rolled.map(({ punctures }) => punctures.coverage?.densityPerCm2 ?? 0);

  expect(rolled.map(({ sectionId, rolls }) => [sectionId, rolls])).toEqual([
    ["vertex/left-back", 12],
    ["vertex/right-back", 3],
  ]);
  expect((quarter ?? 0) / (whole ?? 1)).toBeCloseTo(0.25, 1);
});

test("two sections rolled alike have holes of their own, the same every time", () => {
  const twice = () => answerSections({ treatment, sections: [all, { ...all, sectionId: "b" }] });
  const [first, second] = twice().rolled.map(({ punctures }) => punctures.placesMm);
  expect(first).not.toEqual(second);
  expect(twice().rolled[1]?.punctures.placesMm).toEqual(second);
});

test("rolls in one direction alone lie in rows", () => {
  const oneWay = { ...all, rollsPerDirection: [12, 0, 0, 0] };
  const { rolled } = answerSections({ treatment, sections: [all, oneWay] });
  const [star, rows] = rolled.map(({ punctures }) => punctures.coverage?.coveredFraction ?? 0);
  expect(rows).toBeLessThan(star ?? 0);
});

test("the drug in the window reaches the blood more than after the wait", () => {
  const after = (delayMin: number) => ({
    ...treatment,
    ...(treatment.topical && { topical: { ...treatment.topical, delayMin } }),
  });
  const { window, wait } = answerTopicalChoice({
    treatment: after(30),
    comparedWith: after(1440),
  });
  expect(window.lateMg.at(-1)).toBeGreaterThan(2 * (wait.lateMg.at(-1) ?? 0));
  expect(wait.earlyMg.at(-1)).toBeCloseTo(wait.intactMg.at(-1) ?? 0, 2);
});

test("what a person reports comes before what the model finds", () => {
  const lastDay = treatment.sessions.at(-1)?.day ?? 0;
  const on = (day: number, reported: readonly "redness"[] | "not asked") =>
    answerScalp({ treatment, scalp: { day: lastDay + day, reported } }).readiness?.kind;
  expect(on(30, [])).toBe("ready");
  expect(on(30, ["redness"])).toBe("not ready");
  expect(on(30, "not asked")).toBe("ask first");
  expect(on(0.5, [])).toBe("not ready");
});

test("before any session nobody is called ready", () => {
  expect(answerScalp({ treatment }).readiness).toBeUndefined();
});
