import type { Mask } from "./distance-transform.ts";

/**
 * The middle lines of a mask, one pixel wide and connected as the mask is: thinning by Zhang and Suen (1984).
 *
 * A pixel goes when it has 2 to 6 neighbours inside, they form one run around it, and one of two pairs of sides is
 * open; both halves of a pass look at the picture as it was before. Only pixels still inside are looked at, so the
 * time grows with what is inside, not with the picture. Beyond the frame everything is outside.
 */
export function thinMask({ width, height, inside }: Mask): Mask {
  const padded = padMask(width, height, inside);
  const left: Left = { pixels: listInside(padded), count: 0 };
  left.count = left.pixels.length;
  const going = new Int32Array(left.count);
  let removed = true;
  while (removed) {
    removed = false;
    for (const half of [firstHalf, secondHalf]) {
      const gone = findGoing(padded, width + 2, left, half, going);
      if (gone > 0) removed = true;
      for (let i = 0; i < gone; i++) padded[going[i] ?? 0] = 0;
    }
  }
  return cropMask(padded, width, height);
}

/** The pixels that were still inside when they were last looked at. */
interface Left {
  readonly pixels: Int32Array;
  count: number;
}

/** Lists the pixels that go in this half of a pass; returns how many. Those that went before leave the list of the left. */
function findGoing(
  padded: Uint8Array,
  stride: number,
  left: Left,
  half: Uint8Array,
  going: Int32Array,
): number {
  const { pixels, count } = left;
  let kept = 0;
  let gone = 0;
  for (let i = 0; i < count; i++) {
    const at = pixels[i] ?? 0;
    pixels[kept] = at;
    const isInside = padded[at] ?? 0;
    kept += isInside;
    const surroundings =
      (padded[at - stride] ?? 0) |
      ((padded[at - stride + 1] ?? 0) << 1) |
      ((padded[at + 1] ?? 0) << 2) |
      ((padded[at + stride + 1] ?? 0) << 3) |
      ((padded[at + stride] ?? 0) << 4) |
      ((padded[at + stride - 1] ?? 0) << 5) |
      ((padded[at - 1] ?? 0) << 6) |
      ((padded[at - stride - 1] ?? 0) << 7);
    going[gone] = at;
    gone += isInside & (half[surroundings] ?? 0);
  }
  left.count = kept;
  return gone;
}

/** For each of the 256 surroundings whether the middle pixel goes; bit 0 is the pixel above, then clockwise. */
const firstHalf = decide(
  (north, east, south, west) => north * east * south === 0 && east * south * west === 0,
);
const secondHalf = decide(
  (north, east, south, west) => north * east * west === 0 && north * south * west === 0,
);

function decide(
  isOpen: (north: number, east: number, south: number, west: number) => boolean,
): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, bits) => {
    const bit = (i: number) => (bits >> (i % 8)) & 1;
    const neighbours = [0, 1, 2, 3, 4, 5, 6, 7];
    const count = neighbours.reduce((sum, i) => sum + bit(i), 0);
    const runs = neighbours.filter((i) => bit(i) === 0 && bit(i + 1) === 1).length;
    return count >= 2 && count <= 6 && runs === 1 && isOpen(bit(0), bit(2), bit(4), bit(6)) ? 1 : 0;
  });
}

function padMask(width: number, height: number, inside: Uint8Array): Uint8Array {
  const padded = new Uint8Array((width + 2) * (height + 2));
  for (let y = 0; y < height; y++) {
    padded.set(inside.subarray(y * width, (y + 1) * width), (y + 1) * (width + 2) + 1);
  }
  return padded;
}

function listInside(padded: Uint8Array): Int32Array {
  let count = 0;
  for (let at = 0; at < padded.length; at++) count += padded[at] ?? 0;
  const list = new Int32Array(count);
  let next = 0;
  for (let at = 0; at < padded.length; at++) {
    if (padded[at] !== 1) continue;
    list[next] = at;
    next++;
  }
  return list;
}

function cropMask(padded: Uint8Array, width: number, height: number): Mask {
  const inside = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const start = (y + 1) * (width + 2) + 1;
    inside.set(padded.subarray(start, start + width), y * width);
  }
  return { width, height, inside };
}
