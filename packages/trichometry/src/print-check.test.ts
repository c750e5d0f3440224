import { expect, test } from "vitest";
import { checkPrint } from "./print-check.ts";
import { drawPage, patternLight } from "./testing/draw-card.ts";
import { cardPage, fiducialPattern } from "./window-card.ts";

const pattern = fiducialPattern(cardPage.fiducials);
const middle = { xMm: 52.5, yMm: 111 };

/** The lower part of a page that was printed at `factor`, with a dark bank card of true size laid a little askew. */
function photograph(factor: number, withCard: boolean) {
  const lift = 1 + 0.76 / 280;
  return drawPage(
    { widthPx: 1100, heightPx: 850, umPerPx: 98, tiltDeg: 4, blurPx: 1 },
    (xMm, yMm) => {
      const turn = 0.01;
      const across = Math.abs(xMm * Math.cos(turn) + yMm * Math.sin(turn) + 0.2);
      const down = Math.abs(yMm * Math.cos(turn) - xMm * Math.sin(turn));
      if (withCard && across < (lift * 85.6) / 2 && down < (lift * 53.98) / 2) return 0.12;
      return patternLight(pattern, xMm / factor + middle.xMm, yMm / factor + middle.yMm);
    },
  );
}

test.each([{ factor: 1 }, { factor: 0.97 }])(
  "a print at $factor is found out to 0.15 %",
  ({ factor }) => {
    const check = checkPrint(photograph(factor, true));
    if (check.kind !== "checked") throw new Error(check.message);
    expect(Math.abs(check.printFactor / factor - 1)).toBeLessThan(0.0015);
  },
);

test("without the bank card, and without the page, it says what is missing", () => {
  expect(checkPrint(photograph(1, false)).kind).toBe("no-bank-card");
  expect(checkPrint({ width: 50, height: 50, rgba: new Uint8ClampedArray(10_000) }).kind).toBe(
    "no-page",
  );
});
