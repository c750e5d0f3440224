import { expect, test } from "vitest";
import {
  codeSystems,
  diagnosisCodes,
  medicineCodes,
  observationCodes,
  unitCodes,
} from "./codes.ts";

const codes = [diagnosisCodes, medicineCodes, observationCodes, unitCodes].flatMap((group) =>
  Object.values(group),
);

const shapes = {
  "icd-10": /^[A-Z]\d{2}(\.\d)?$/,
  "snomed-ct": /^\d{6,18}$/,
  loinc: /^\d{1,5}-\d$/,
  rxnorm: /^\d+$/,
  atc: /^[A-Z]\d{2}[A-Z]{2}\d{2}$/,
  ucum: /^\S+$/,
  stipple: /^[a-z-]+$/,
};

test.each(codes)("$system $code has the shape of its system", ({ system, code }) => {
  expect(code).toMatch(shapes[system]);
  expect(codeSystems[system]).toMatch(/^(http|urn:)/);
});

test("exactly the local codes say that they are local", () => {
  const wrong = codes.filter(
    ({ system, access }) => (system === "stipple") !== (access === "local"),
  );
  expect(wrong).toEqual([]);
});

test("LOINC codes carry a right check digit", () => {
  const digits = codes
    .filter(({ system }) => system === "loinc")
    .map(({ code }) => code.replace("-", ""));
  expect(digits.map(luhnRemainder)).toEqual(digits.map(() => 0));
});

/** Modulus-10 check of LOINC: every second digit from the right doubled. */
function luhnRemainder(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10;
}
