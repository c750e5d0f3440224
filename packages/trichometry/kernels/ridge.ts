// AssemblyScript. The strip filter of src/ridge-strip.ts in single precision, four pixels to an instruction and eight to
// a turn. Every pixel sees the same operations in the same order as in TypeScript.

/** Bytes of a number, and of the three weights of a distance. */
const number: usize = 4;
const weightBytes: usize = 12;

/** Pixels of a row that are worked on at once, so that what is half done stays in the nearest cache. */
const tile: usize = 1024;

/** Bytes from one filtered row to the next: a tile and the widest kernel's reach on both sides. */
const filteredRow: usize = 6208;

/**
 * One scale over the rows of a strip. `rows` is the address of the first pixel that is answered for; the strip goes on
 * `radius` pixels beyond it on every side, and eight pixels more at the end of a row. `filtered` has room for three
 * filtered rows.
 */
export function filterScale(
  rows: usize,
  stride: usize,
  width: usize,
  rowCount: usize,
  weights: usize,
  radius: usize,
  firstChoice: i32,
  filtered: usize,
  strength: usize,
  choice: usize,
): void {
  const row = stride * number;
  for (let left: usize = 0; left < width; left += tile) {
    const count = min(tile, width - left);
    const first = rows + (left - radius) * number;
    const middle = filtered + radius * number;
    for (let y: usize = 0; y < rowCount; y++) {
      const at = y * stride + left;
      filterDown(first + y * row, row, count + 2 * radius, weights, radius, filtered);
      filterAcross(middle, count, weights, radius, firstChoice, strength + 4 * at, choice + at);
    }
  }
}

/** Level, rise and curve down each column, into three rows. */
function filterDown(
  rows: usize,
  row: usize,
  span: usize,
  weights: usize,
  radius: usize,
  filtered: usize,
): void {
  const last = weights + radius * weightBytes;
  for (let x: usize = 0; x < span * number; x += 32) {
    let above = rows + x;
    let below = above;
    let weight = weights;
    let level0 = mul(v128.load32_splat(weight), v128.load(above));
    let level1 = mul(v128.load32_splat(weight), v128.load(above, 16));
    let rise0 = f32x4.splat(0);
    let rise1 = rise0;
    let curve0 = mul(v128.load32_splat(weight, 8), v128.load(above));
    let curve1 = mul(v128.load32_splat(weight, 8), v128.load(above, 16));
    while (weight < last) {
      weight += weightBytes;
      above -= row;
      below += row;
      const smooth = v128.load32_splat(weight);
      const slope = v128.load32_splat(weight, 4);
      const bend = v128.load32_splat(weight, 8);
      const above0 = v128.load(above);
      const above1 = v128.load(above, 16);
      const below0 = v128.load(below);
      const below1 = v128.load(below, 16);
      const both0 = add(above0, below0);
      const both1 = add(above1, below1);
      level0 = add(level0, mul(smooth, both0));
      level1 = add(level1, mul(smooth, both1));
      rise0 = add(rise0, mul(slope, sub(below0, above0)));
      rise1 = add(rise1, mul(slope, sub(below1, above1)));
      curve0 = add(curve0, mul(bend, both0));
      curve1 = add(curve1, mul(bend, both1));
    }
    const to = filtered + x;
    v128.store(to, level0);
    v128.store(to, level1, 16);
    v128.store(to, rise0, filteredRow);
    v128.store(to, rise1, filteredRow + 16);
    v128.store(to, curve0, 2 * filteredRow);
    v128.store(to, curve1, 2 * filteredRow + 16);
  }
}

/** The second derivatives along a row, and the strongest of the eight directions where it beats what is there. */
function filterAcross(
  filtered: usize,
  count: usize,
  weights: usize,
  radius: usize,
  firstChoice: i32,
  strength: usize,
  choice: usize,
): void {
  const last = weights + radius * weightBytes;
  for (let x: usize = 0; x < count; x += 8) {
    let left = filtered + x * number;
    let right = left;
    let weight = weights;
    let xx0 = mul(v128.load32_splat(weight, 8), v128.load(left));
    let xx1 = mul(v128.load32_splat(weight, 8), v128.load(left, 16));
    let xy0 = f32x4.splat(0);
    let xy1 = xy0;
    let yy0 = mul(v128.load32_splat(weight), v128.load(left, 2 * filteredRow));
    let yy1 = mul(v128.load32_splat(weight), v128.load(left, 2 * filteredRow + 16));
    while (weight < last) {
      weight += weightBytes;
      left -= number;
      right += number;
      const smooth = v128.load32_splat(weight);
      const slope = v128.load32_splat(weight, 4);
      const bend = v128.load32_splat(weight, 8);
      const level0 = add(v128.load(left), v128.load(right));
      const level1 = add(v128.load(left, 16), v128.load(right, 16));
      const rise0 = sub(v128.load(right, filteredRow), v128.load(left, filteredRow));
      const rise1 = sub(v128.load(right, filteredRow + 16), v128.load(left, filteredRow + 16));
      const curve0 = add(v128.load(left, 2 * filteredRow), v128.load(right, 2 * filteredRow));
      const curve1 = add(
        v128.load(left, 2 * filteredRow + 16),
        v128.load(right, 2 * filteredRow + 16),
      );
      xx0 = add(xx0, mul(bend, level0));
      xx1 = add(xx1, mul(bend, level1));
      xy0 = add(xy0, mul(slope, rise0));
      xy1 = add(xy1, mul(slope, rise1));
      yy0 = add(yy0, mul(smooth, curve0));
      yy1 = add(yy1, mul(smooth, curve1));
    }
    keepStrongest(xx0, xy0, yy0, firstChoice, strength + 4 * x, choice + x);
    keepStrongest(xx1, xy1, yy1, firstChoice, strength + 4 * x + 16, choice + x + 4);
  }
}

function keepStrongest(
  xx: v128,
  xy: v128,
  yy: v128,
  firstChoice: i32,
  strength: usize,
  choice: usize,
): void {
  const root = f32x4.splat(Mathf.SQRT1_2);
  const p = sub(xx, yy);
  const sum = mul(root, add(p, xy));
  const difference = mul(root, sub(xy, p));
  const most = f32x4.pmax(
    f32x4.pmax(f32x4.abs(p), f32x4.abs(sum)),
    f32x4.pmax(f32x4.abs(xy), f32x4.abs(difference)),
  );
  const answer = add(add(xx, yy), most);
  const before = v128.load(strength);
  const isMore = f32x4.gt(answer, before);
  if (!v128.any_true(isMore)) return;
  v128.store(strength, v128.bitselect(answer, before, isMore));

  // The first of p, sum, q and difference that reaches the most; its sign is kept in the highest bit.
  let swing = v128.or(v128.and(difference, i32x4.splat(sign)), i32x4.splat(3));
  swing = v128.bitselect(
    v128.or(v128.and(xy, i32x4.splat(sign)), i32x4.splat(2)),
    swing,
    f32x4.eq(f32x4.abs(xy), most),
  );
  swing = v128.bitselect(
    v128.or(v128.and(sum, i32x4.splat(sign)), i32x4.splat(1)),
    swing,
    f32x4.eq(f32x4.abs(sum), most),
  );
  swing = v128.bitselect(v128.and(p, i32x4.splat(sign)), swing, f32x4.eq(f32x4.abs(p), most));
  const direction = v128.and(v128.or(swing, i32x4.shr_u(swing, 29)), i32x4.splat(7));
  const choices = bytesOf(i32x4.add(direction, i32x4.splat(firstChoice)));
  const kept = v128.bitselect(choices, v128.load32_zero(choice), bytesOf(isMore));
  v128.store32_lane(choice, kept, 0);
}

/** The bit of a number that is set where it is below 0. */
const sign: i32 = i32.MIN_VALUE;

/** Four numbers of 32 bits as the first four bytes. */
function bytesOf(numbers: v128): v128 {
  const halves = i16x8.narrow_i32x4_s(numbers, numbers);
  return i8x16.narrow_i16x8_s(halves, halves);
}

function add(a: v128, b: v128): v128 {
  return f32x4.add(a, b);
}

function sub(a: v128, b: v128): v128 {
  return f32x4.sub(a, b);
}

function mul(a: v128, b: v128): v128 {
  return f32x4.mul(a, b);
}
