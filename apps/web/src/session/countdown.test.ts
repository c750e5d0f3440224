import fc from "fast-check";
import { expect, test } from "vitest";
import {
  goOn,
  hold,
  leftMs,
  msBetween,
  showClock,
  startCountdown,
  tickPaced,
} from "./countdown.ts";

const at = (steadyMs: number, wallMs = steadyMs) => ({ steadyMs, wallMs });

test("ten minutes of soaking are over after ten minutes even when the machine slept through them", () => {
  const soak = startCountdown(600_000, at(1_000, 50_000), 0);

  expect(leftMs(soak, at(1_400, 50_400))).toBe(599_600);
  expect(leftMs(soak, at(2_000, 650_000))).toBe(0);
});

test("a wall clock set back an hour neither lengthens nor stops the countdown", () => {
  const soak = startCountdown(600_000, at(0, 3_600_000), 0);

  expect(leftMs(soak, at(60_000, 60_000))).toBe(540_000);
});

test("a held countdown keeps its time and goes on from there", () => {
  const held = hold(startCountdown(10_000, at(0), 0), at(4_000));

  expect(leftMs(held, at(900_000))).toBe(6_000);
  expect(leftMs(goOn(held, at(900_000)), at(901_500))).toBe(4_500);
});

test("a paced countdown is held at its last tick when the screen was off", () => {
  const paced = startCountdown(11_000, at(0), 0);
  const ticked = tickPaced(paced, at(2_000), at(2_250, 302_250));

  expect(ticked.slept).toBe(true);
  expect(leftMs(ticked.countdown, at(400_000))).toBe(9_000);
  expect(tickPaced(paced, at(2_000), at(2_250)).slept).toBe(false);
});

test("time between readings is never negative, and never below what either clock saw", () => {
  const reading = fc.record({ steadyMs: fc.integer(), wallMs: fc.integer() });
  fc.assert(
    fc.property(reading, reading, (from, to) => {
      const between = msBetween(from, to);
      expect(between).toBeGreaterThanOrEqual(0);
      expect(between).toBeGreaterThanOrEqual(to.steadyMs - from.steadyMs);
      expect(between).toBeGreaterThanOrEqual(to.wallMs - from.wallMs);
    }),
    { numRuns: 300 },
  );
});

test.each([
  [600_000, "10:00"],
  [545_001, "9:06"],
  [999, "0:01"],
  [0, "0:00"],
])("%i ms read %s", (ms, text) => {
  expect(showClock(ms)).toBe(text);
});
