import { describe, expect, test } from "vitest";
import { adviseNeedleLength, maxUmOf, type NeedleContext } from "./needle-length.ts";

const context: NeedleContext = {
  setting: "home",
  isTrialProtocol: false,
  hasDoctorOverride: false,
  sameDayTopical: false,
  usesDrugTopical: false,
  hasRelativeFlag: false,
  pigmentRisk: false,
};

const idsOf = (advice: ReturnType<typeof adviseNeedleLength>) =>
  advice.decidedBy.map(({ id }) => id);

describe("advice on needle length", () => {
  test("home without flags is 0.2 to 0.5 mm", () => {
    const advice = adviseNeedleLength(context);
    expect(advice).toMatchObject({ kind: "range", rangeUm: [200, 500] });
    expect(idsOf(advice)).toEqual(["needle-length/never-above", "needle-length/home"]);
  });

  test("a topical right after rolling narrows the home range to 0.2–0.3 mm and says why", () => {
    const advice = adviseNeedleLength({ ...context, sameDayTopical: true });
    expect(advice).toMatchObject({ kind: "range", rangeUm: [200, 300] });
    expect(idsOf(advice)).toContain("needle-length/with-topical");
  });

  test.each([
    ["usesDrugTopical", "needle-length/home-drug-topical"],
    ["hasRelativeFlag", "needle-length/home-relative-flag"],
    ["pigmentRisk", "needle-length/home-pigment"],
  ])("%s narrows the home range, not the clinic's", (flag, ruleId) => {
    const home = adviseNeedleLength({ ...context, [flag]: true });
    expect(home).toMatchObject({ rangeUm: [200, 300] });
    expect(idsOf(home)).toContain(ruleId);
    expect(adviseNeedleLength({ ...context, setting: "clinic", [flag]: true })).toMatchObject({
      rangeUm: [500, 1000],
    });
  });

  test("the article's clinic lengths and its topical lengths do not meet", () => {
    const advice = adviseNeedleLength({ ...context, setting: "clinic", sameDayTopical: true });
    expect(advice.kind).toBe("conflict");
    expect(idsOf(advice)).toEqual([
      "needle-length/never-above",
      "needle-length/clinic",
      "needle-length/with-topical",
    ]);
    expect(maxUmOf(advice.decidedBy)).toBe(300);
  });

  test("a trial protocol opens up to 1.5 mm with an override, to 1.0 mm without", () => {
    const trial = { ...context, setting: "clinic", isTrialProtocol: true } as const;
    expect(adviseNeedleLength({ ...trial, hasDoctorOverride: true })).toMatchObject({
      rangeUm: [100, 1500],
    });
    expect(adviseNeedleLength(trial)).toMatchObject({ rangeUm: [500, 1000] });
  });
});
