import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readNeedleLength, showMm } from "./needle-length-text.ts";
import { propertyRuns } from "./testing/runs.ts";

describe("a length that can only mean one thing is read", () => {
  test.each([
    ["0.25", 250],
    [".25", 250],
    ["0,25", 250],
    ["0,25 mm", 250],
    [" 0.25 MM ", 250],
    ["0.25\u00a0mm", 250],
    ["250 µm", 250],
    ["250 \u03bcm", 250],
    ["250um", 250],
    ["300 microns", 300],
    ["0.01 inch", 254],
    ['0.02"', 508],
    ["1", 1000],
    ["1.", 1000],
    ["1.5", 1500],
    ["0.250", 250],
    ["1.000 mm", 1000],
    ["1,234 mm", 1234],
    ["2.5 mm", 2500],
    ["3 mm", 3000],
    ["0.29", 290],
  ])("%j is %d µm", (text, needleLengthUm) => {
    expect(readNeedleLength(text)).toEqual({ kind: "length", needleLengthUm });
  });
});

describe("a length that may be a slip is asked about", () => {
  test.each([
    ["25", [250]],
    ["250", [250]],
    ["5", [500]],
    ["05", [500]],
    ["2.5", [250, 2500]],
    ["2", [200, 2000]],
    ["15", [150, 1500]],
    ["0.25 µm", [250]],
    ["0.5um", [500]],
    ["25 µm", [250]],
    ["25 mm", [250]],
    ["250 mm", [250]],
    ["3.5 mm", [350]],
    ["0.05", [500]],
    ["1.000", [1000]],
    ["1,000", [1000]],
    ["1,500", [1500]],
    ["2,500", [250, 2500]],
    ["1,000 µm", [1000]],
    ["25.000", [250]],
    ["0.0197 inch", [500]],
  ])("%j is asked about: %j µm", (text, candidatesUm) => {
    expect(readNeedleLength(text)).toMatchObject({ kind: "question", candidatesUm });
  });

  test("the question shows what was typed and both units", () => {
    expect(readNeedleLength("2.5")).toMatchObject({
      says: 'You typed "2.5". Did you mean 0.25 mm (250 µm) or 2.5 mm (2500 µm)?',
    });
  });
});

test.each([
  "",
  " ",
  ".",
  "mm",
  "abc",
  "-0.25",
  "0",
  "0 mm",
  "0.25-0.3",
  "1.2.3",
  "0.25 cm",
  "NaN",
  "1e3",
  "∞",
])("%j is not a length, and the answer gives an example", (text) => {
  expect(readNeedleLength(text)).toEqual({
    kind: "unreadable",
    says: 'This is not a needle length. Type it in millimetres, for example "0.25 mm".',
  });
});

test("what is shown is read back as the same length, for every device there is", () => {
  for (let um = 100; um <= 3000; um += 1) {
    const reading = { kind: "length", needleLengthUm: um };
    expect(readNeedleLength(showMm(um))).toEqual(reading);
    expect(readNeedleLength(showMm(um).replace(".", ","))).toEqual(reading);
    expect(readNeedleLength(`${um} µm`)).toEqual(reading);
  }
});

test("millimetres, micrometres and inches of the same length agree", () => {
  for (let thousandths = 4; thousandths <= 118; thousandths += 1) {
    const fromInches = readNeedleLength(`${thousandths / 1000} in`);
    expect(readNeedleLength(`${(thousandths * 25.4).toFixed(1)} µm`)).toMatchObject(
      thousandths % 5 === 0 ? fromInches : { kind: fromInches.kind },
    );
  }
});

test("whatever is typed, a length is always a whole number of micrometres a device can have", () => {
  const text = fc.oneof(
    fc.string(),
    fc.double().map(String),
    fc.stringMatching(/^\d{0,5}[.,]?\d{0,5} ?(mm|um|µm|in|")?$/),
  );
  fc.assert(
    fc.property(text, (input) => {
      const reading = readNeedleLength(input);
      const lengths =
        reading.kind === "length"
          ? [reading.needleLengthUm]
          : reading.kind === "question"
            ? reading.candidatesUm
            : [];
      for (const um of lengths) {
        expect(Number.isInteger(um)).toBe(true);
        expect(um).toBeGreaterThanOrEqual(100);
        expect(um).toBeLessThanOrEqual(3000);
      }
      if (reading.kind === "question") expect(lengths.length).toBeGreaterThan(0);
    }),
    { numRuns: Math.min(10_000, propertyRuns) },
  );
});
