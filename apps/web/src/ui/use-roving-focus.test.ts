import { expect, test } from "vitest";
import { mapCells } from "./head-map-geometry.ts";
import { nearestThatWay } from "./use-roving-focus.ts";

const places = [...mapCells].map(([id, { centre }]) => ({ id, centre }));
const left = { x: -1, y: 0 };
const right = { x: 1, y: 0 };
const down = { x: 0, y: 1 };

test("right from the left middle of the hairline is its right middle", () => {
  expect(nearestThatWay(places, "frontal-hairline/left", right)).toBe("frontal-hairline/right");
});

test("down from the mid-scalp comes to the crown", () => {
  expect(nearestThatWay(places, "mid-scalp/left-back", down)).toBe("vertex/left-front");
});

test("there is nothing left of the left temple", () => {
  expect(nearestThatWay(places, "left-temple/back", left)).toBeUndefined();
});

test("every section can be reached from every other with the arrow keys", () => {
  const ways = [left, right, down, { x: 0, y: -1 }];
  const reached = new Set(["vertex/left-back"]);
  for (const id of reached) {
    for (const way of ways) {
      const next = nearestThatWay(places, id, way);
      if (next) reached.add(next);
    }
  }
  expect(reached.size).toBe(places.length);
});
