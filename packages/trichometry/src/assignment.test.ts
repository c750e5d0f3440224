import fc from "fast-check";
import { expect, test } from "vitest";
import { assignPairs, type Edge } from "./assignment.ts";

/** Every pairing tried in turn. */
function cheapest(
  first: number,
  secondCount: number,
  costs: readonly (readonly number[])[],
  used: ReadonlySet<number>,
  alone: number,
): number {
  const row = costs[first];
  if (!row) return alone * (secondCount - used.size);
  const stays = alone + cheapest(first + 1, secondCount, costs, used, alone);
  return row.reduce(
    (best, cost, second) =>
      used.has(second)
        ? best
        : Math.min(
            best,
            cost + cheapest(first + 1, secondCount, costs, new Set([...used, second]), alone),
          ),
    stays,
  );
}

test("no other pairing costs less", () => {
  const tables = fc.integer({ min: 1, max: 4 }).chain((columns) =>
    fc.array(
      fc.array(fc.double({ min: 0, max: 3, noNaN: true }), {
        minLength: columns,
        maxLength: columns,
      }),
      {
        minLength: 1,
        maxLength: 4,
      },
    ),
  );
  fc.assert(
    fc.property(tables, (costs) => {
      const secondCount = costs[0]?.length ?? 0;
      const edges = costs.flatMap((row, first) =>
        row.map((cost, second): Edge => ({ first, second, cost })),
      );
      const partners = [...assignPairs({ firstCount: costs.length, secondCount }, edges, 1)];
      const paired = partners.filter((second) => second >= 0);
      expect(new Set(paired).size).toBe(paired.length);
      const cost = partners.reduce(
        (sum, second, first) => sum + (second < 0 ? 1 : (costs[first]?.[second] ?? 0)),
        secondCount - paired.length,
      );
      expect(cost).toBeCloseTo(cheapest(0, secondCount, costs, new Set(), 1), 9);
    }),
  );
});
