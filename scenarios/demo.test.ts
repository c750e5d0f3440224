import { elapsedHours, instant } from "@stipple/protocol";
import { expect, test } from "vitest";
import { demoActs } from "./demo.ts";

const nows = [
  "2026-11-22T18:00:00Z",
  "2026-11-22T23:59:00Z",
  "2027-02-28T06:00:00Z",
  "2027-04-10T12:00:00Z",
  "2027-06-01T00:00:00Z",
  "2028-02-29T09:30:00Z",
];

test.each(nows)("at %s the demo ended two to three days ago, with all its sessions", (text) => {
  const now = instant(text);
  for (const timeZone of [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
  ]) {
    const acts = demoActs(now, timeZone);
    const sessions = acts.filter(({ kind }) => kind === "session");
    const last = sessions.at(-1);
    expect(sessions).toHaveLength(30);
    expect(elapsedHours(last?.at ?? now, now)).toBeGreaterThanOrEqual(48);
    expect(elapsedHours(last?.at ?? now, now)).toBeLessThan(73);
    expect(acts.every(({ at }) => elapsedHours(at, now) > 0)).toBe(true);
  }
});
