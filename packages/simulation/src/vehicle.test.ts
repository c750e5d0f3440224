import fc from "fast-check";
import { expect, test } from "vitest";
import { centralValues } from "./parameter.ts";
import { absorptionParameters } from "./parameters/absorption.ts";
import { activity, filmAt, minutesUntilSaturated, products, vehicleOf } from "./vehicle.ts";

const values = centralValues(absorptionParameters);
const film = (product: (typeof products)[number], elapsedMin: number) =>
  filmAt(elapsedMin, { ...vehicleOf(product, values), evaporationPerMin: Math.LN2 / 9 }, values);

test("C-PU-02: the 2 % film starts unsaturated and is saturated within 30 min", () => {
  expect(activity(20, film("minoxidil-2", 0))).toBeCloseTo(20 / 35, 9);
  expect(minutesUntilSaturated("minoxidil-2", values)).toBeCloseTo(28.26, 1);
  expect(minutesUntilSaturated("minoxidil-5", values)).toBeCloseTo(6.37, 1);
});

test("after a day only propylene glycol is left", () => {
  const { volumeFraction, saturationMgPerMl } = film("minoxidil-5", 1440);
  expect(volumeFraction).toBeCloseTo(0.5, 9);
  expect(saturationMgPerMl).toBeCloseTo(75, 9);
});

test("a film that does not dry stays as it was, and a weak one is never saturated", () => {
  const sealed = { ...vehicleOf("minoxidil-5", values), evaporationPerMin: 0 };
  expect(filmAt(600, sealed, values)).toEqual(filmAt(0, sealed, values));
  expect(minutesUntilSaturated("minoxidil-2", { ...values, strength2MgPerMl: 1 })).toBeUndefined();
  expect(minutesUntilSaturated("minoxidil-5", { ...values, strength5MgPerMl: 60 })).toBe(0);
});

test("while it dries, the push never falls and never passes saturation", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...products),
      fc.double({ min: 0, max: 300, noNaN: true }),
      fc.double({ min: 0, max: 300, noNaN: true }),
      (product, a, b) => {
        const { concentrationMgPerMl } = vehicleOf(product, values);
        const [early, late] = [Math.min(a, b), Math.max(a, b)].map((minute) =>
          activity(concentrationMgPerMl, film(product, minute)),
        );
        expect(late).toBeGreaterThanOrEqual((early ?? 2) - 1e-12);
        expect(late).toBeLessThanOrEqual(1);
      },
    ),
    { seed: 6 },
  );
});

test("a time before the application is refused", () => {
  expect(() => film("minoxidil-5", -1)).toThrow("elapsedMin");
});
