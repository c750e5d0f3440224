import { startingTreatment } from "@stipple/simulation";
import { expect, test } from "vitest";
import {
  changeables,
  changeOf,
  changes,
  currentOf,
  play,
  playedOf,
  sessionsInView,
} from "./choices.ts";

const { treatment } = startingTreatment({}, undefined);

test("played as it is, a treatment stays the same", () => {
  expect(play(treatment, playedOf(treatment))).toEqual(treatment);
});

test("what is played reaches every session and the drug", () => {
  const played = play(treatment, { ...playedOf(treatment), needleLengthUm: 500, delayMin: 60 });
  expect(new Set(played.sessions.map(({ needleLengthUm }) => needleLengthUm))).toEqual(
    new Set([500]),
  );
  expect(played.topical?.delayMin).toBe(60);
});

test("four sessions around today are shown, from the first of them on", () => {
  const inView = sessionsInView(treatment, 50);
  expect(inView.fromDay).toBe(42);
  expect(inView.treatment.sessions.map(({ day }) => day)).toEqual([0, 7, 14, 21]);
  expect(sessionsInView(treatment, 900).fromDay).toBe(22 * 7);
  expect(sessionsInView(treatment, undefined).fromDay).toBe(0);
});

test("every four weeks keeps the span and thins the sessions", () => {
  const days = changeOf(treatment, "cadence", "28").sessions.map(({ day }) => day);
  expect(days).toEqual([0, 28, 56, 84, 112, 140, 168]);
  expect(currentOf(treatment, "cadence")).toBe("7");
});

test.each(changeables)("changing %s to what it is changes nothing", (thing) => {
  expect(changeOf(treatment, thing, currentOf(treatment, thing))).toEqual(treatment);
});

test.each(changeables)("%s takes the value it is changed to, and nothing else moves", (thing) => {
  const other = changes[thing].find((value) => value !== currentOf(treatment, thing)) ?? "";
  const changed = changeOf(treatment, thing, other);
  const moved = changeables.filter((one) => currentOf(changed, one) !== currentOf(treatment, one));
  expect(moved).toEqual([thing]);
  expect(currentOf(changed, thing)).toBe(other);
});

test("another strength is another product on the skin", () => {
  expect(changeOf(treatment, "minoxidil", "2-percent").topical?.product).toBe("minoxidil-2");
});
