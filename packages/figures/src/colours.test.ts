import { expect, test } from "vitest";
import { okabeIto } from "./colours.ts";

/** Grounds of the two themes that figures are drawn on. */
const grounds = { light: ["#fffefb", "#f7f6f1"], dark: ["#141f1d", "#0c1413"] } as const;

/** WCAG 2.2: contrast = (L1 + 0.05) / (L2 + 0.05). */
function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const pairs = (["light", "dark"] as const).flatMap((theme) =>
  Object.entries(okabeIto[theme]).flatMap(([name, colour]) =>
    grounds[theme].map((ground) => [theme, name, colour, ground] as const),
  ),
);

test.each(pairs)("%s: %s %s on %s stands out at least 3 : 1", (_theme, _name, colour, ground) => {
  expect(contrast(colour, ground)).toBeGreaterThanOrEqual(3);
});
