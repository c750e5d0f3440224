import { drawHair } from "@stipple/trichometry";
import { expect, test } from "vitest";
import { hairAt, nextHair } from "./choose-hair.ts";

const frame = { width: 1000, height: 1000 };

function hair(id: string, x: number, y: number) {
  const polyline = [-20, 0, 20].map((down) => ({ x, y: y + down }));
  return drawHair({ id, polyline, widthPx: 10, widthSdPx: 1, umPerPx: 4, frame });
}

const hairs = [
  hair("middle", 500, 500),
  hair("right", 600, 510),
  hair("far right", 590, 800),
  hair("up", 480, 300),
];

test("a tap chooses the nearest hair within reach, and none beyond it", () => {
  expect(hairAt(hairs, { x: 512, y: 485 }, 22)?.id).toBe("middle");
  expect(hairAt(hairs, { x: 550, y: 505 }, 22)).toBeUndefined();
});

test("an arrow goes to the hair ahead, and nowhere where there is none", () => {
  const from = { x: 500, y: 500 };
  expect(nextHair(hairs, from, "ArrowRight")?.id).toBe("right");
  expect(nextHair(hairs, from, "ArrowUp")?.id).toBe("up");
  expect(nextHair(hairs, from, "ArrowDown")?.id).toBe("far right");
  expect(nextHair(hairs, { x: 400, y: 300 }, "ArrowLeft")).toBeUndefined();
});
