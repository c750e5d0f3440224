import { expect, test } from "vitest";
import { treatmentSchema } from "./treatment.ts";

const done = {
  startedAt: "2026-03-01T20:00:00+01:00",
  endedAt: "2026-03-01T19:18:00Z",
  needleLengthUm: 250,
  zones: ["vertex"],
  setting: "home",
};
const treatment = {
  answers: {},
  choices: {
    protocolId: "article-home",
    zones: ["vertex"],
    firstOn: "2026-03-08",
    timeOfDay: "20:00",
    timeZone: "Europe/Berlin",
  },
};

test("a done session leaves the border with its moments in UTC", () => {
  const { history } = treatmentSchema.parse({ ...treatment, history: [done] });
  expect(history?.[0]?.startedAt).toBe("2026-03-01T19:00:00Z");
});

test("a session that ends before it starts is refused at its end", () => {
  const backwards = { ...done, endedAt: "2026-03-01T18:59:59Z" };
  const result = treatmentSchema.safeParse({ ...treatment, history: [backwards] });
  expect(result.error?.issues[0]?.path).toEqual(["history", 0, "endedAt"]);
});

test("whole scalp is a wish, not a zone that was rolled", () => {
  const whole = { ...done, zones: ["whole-scalp"] };
  expect(treatmentSchema.safeParse({ ...treatment, history: [whole] }).success).toBe(false);
});
