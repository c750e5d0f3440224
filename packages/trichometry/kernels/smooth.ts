// AssemblyScript. The strip smoother of src/smooth-strip.ts, two pixels to an instruction and four to a turn. Every
// pixel sees the same operations in the same order as in TypeScript, so both give the same bits.

/** Bytes of a pixel of the strip, and of a number that is worked with. */
const pixel: usize = 4;
const number: usize = 8;

/** Pixels of a row that are worked on at once, so that what is half done stays in the nearest cache. */
const tile: usize = 512;

/**
 * Smooths the rows of a strip. `rows` is the address of the first pixel that is answered for; the strip goes on
 * `radius` pixels beyond it on every side, and eight pixels more at the end of a row. `filtered` has room for a tile
 * with what lies around it.
 */
export function smoothRows(
  rows: usize,
  stride: usize,
  width: usize,
  rowCount: usize,
  weights: usize,
  radius: usize,
  filtered: usize,
  smoothed: usize,
): void {
  const row = stride * pixel;
  for (let left: usize = 0; left < width; left += tile) {
    const count = min(tile, width - left);
    const first = rows + (left - radius) * pixel;
    for (let y: usize = 0; y < rowCount; y++) {
      smoothDown(first + y * row, row, count + 2 * radius, weights, radius, filtered);
      const to = smoothed + y * row + left * pixel;
      smoothAcross(filtered + radius * number, count, weights, radius, to);
    }
  }
}

function smoothDown(
  rows: usize,
  row: usize,
  span: usize,
  weights: usize,
  radius: usize,
  filtered: usize,
): void {
  const last = weights + radius * number;
  for (let x: usize = 0; x < span; x += 4) {
    let above = rows + x * pixel;
    let below = above;
    let weight = weights;
    let sum0 = mul(v128.load64_splat(weight), wide(above));
    let sum1 = mul(v128.load64_splat(weight), wide(above + 8));
    while (weight < last) {
      weight += number;
      above -= row;
      below += row;
      const share = v128.load64_splat(weight);
      sum0 = add(sum0, mul(share, add(wide(above), wide(below))));
      sum1 = add(sum1, mul(share, add(wide(above + 8), wide(below + 8))));
    }
    v128.store(filtered + x * number, sum0);
    v128.store(filtered + x * number, sum1, 16);
  }
}

function smoothAcross(
  filtered: usize,
  count: usize,
  weights: usize,
  radius: usize,
  smoothed: usize,
): void {
  const last = weights + radius * number;
  for (let x: usize = 0; x < count; x += 4) {
    let left = filtered + x * number;
    let right = left;
    let weight = weights;
    let sum0 = mul(v128.load64_splat(weight), v128.load(left));
    let sum1 = mul(v128.load64_splat(weight), v128.load(left, 16));
    while (weight < last) {
      weight += number;
      left -= number;
      right += number;
      const share = v128.load64_splat(weight);
      sum0 = add(sum0, mul(share, add(v128.load(left), v128.load(right))));
      sum1 = add(sum1, mul(share, add(v128.load(left, 16), v128.load(right, 16))));
    }
    const low = f32x4.demote_f64x2_zero(sum0);
    const high = f32x4.demote_f64x2_zero(sum1);
    v128.store(smoothed + x * pixel, v128.shuffle<f32>(low, high, 0, 1, 4, 5));
  }
}

/** Two pixels as numbers to work with. */
function wide(pixels: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load64_zero(pixels));
}

function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}
