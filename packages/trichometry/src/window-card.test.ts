import { expect, test } from "vitest";
import { cardPage, cardPattern, windowCard } from "./window-card.ts";
import { windowCardSvg } from "./window-card-svg.ts";

function turned(code: string): string {
  return Array.from({ length: 16 }, (_, at) => code[(3 - (at & 3)) * 4 + (at >> 2)]).join("");
}

function turnsOf(code: string): readonly string[] {
  const once = turned(code);
  const twice = turned(once);
  return [code, once, twice, turned(twice)];
}

const apart = (a: string, b: string) => [...a].filter((cell, at) => cell !== b[at]).length;

const codes = [...windowCard.fiducials, ...cardPage.fiducials].map(({ code }) => code.join(""));

test("no code is taken for another or for itself turned, with one wrong cell in each", () => {
  for (const [at, code] of codes.entries()) {
    expect(
      turnsOf(code)
        .slice(1)
        .map((other) => apart(code, other))
        .every((cells) => cells >= 6),
    ).toBe(true);
    for (const other of codes.slice(at + 1)) {
      expect(Math.min(...turnsOf(other).map((turn) => apart(code, turn)))).toBeGreaterThanOrEqual(
        6,
      );
    }
  }
});

test("ticks stand a millimetre apart along both sides of the opening", () => {
  const upper = cardPattern().black.filter(({ yMm, heightMm }) => yMm + heightMm === -6.4);
  expect(upper.map(({ xMm }) => Number((xMm + 0.075).toFixed(9)))).toEqual(
    Array.from({ length: 13 }, (_, tick) => tick - 6),
  );
});

test("the page is A6 in true millimetres and holds a frame of a bank card's size", () => {
  const svg = windowCardSvg();
  expect(svg).toContain('width="105mm" height="148mm" viewBox="0 0 105 148"');
  // The line of 0.1 mm lies inside the frame.
  expect(svg).toContain('width="85.5" height="53.88"');
  expect(svg).toContain("print at 100 %");
});
