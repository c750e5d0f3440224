// AssemblyScript. The sweeps of src/split-sweeps.ts and src/split-matrix.ts, two cells to an instruction: along the
// radius two slices side by side, down the depth two rings. Every cell sees the same operations in the same order as
// in TypeScript, so both give the same bits. Rings must be even in number, slices a multiple of four.

/** Addresses and numbers in the order in which src/split-kernel.ts writes them, 8 bytes each. */
@unmanaged
class Stage {
  /** State with the donor's row above and a row of zeros below, as in TypeScript. */
  from: u64;
  to: u64;
  partial: u64;
  axialFlux: u64;
  /** One number longer than the cells, with 0 at its end. */
  radial: u64;
  axial: u64;
  /** Four slices side by side: cell (i, j) of slices 4q … 4q + 3 at (q · rings + i) · 4 + j. */
  radialInverse: u64;
  radialNext: u64;
  axialInverse: u64;
  axialNext: u64;
  /** Room for four slices. */
  swept: u64;
  areas: u64;
  thicknesses: u64;
  clearanceRates: u64;
  ringCount: u64;
  sliceCount: u64;
  step: f64;
  implicit: f64;
  /** Answers. */
  cleared: f64;
  squares: f64;
}

/** Bytes of a number, and of a cell in four slices. */
const number: usize = 8;
const four: usize = 32;

/** V + θ h L of both directions as L D Lᵀ. */
export function factorise(stage: Stage): void {
  for (let slice: usize = 0; slice < <usize>stage.sliceCount; slice += 4) {
    factoriseSlices(stage, slice);
  }
  factoriseDepth(stage);
}

/** First stage of a step: predicts. */
export function predict(stage: Stage): void {
  for (let slice: usize = 0; slice < <usize>stage.sliceCount; slice += 4) {
    sweepOutwards(stage, slice, true);
    sweepInwards(stage, slice);
  }
  ascend(stage);
}

/** Second stage of a step: corrects. */
export function correct(stage: Stage): void {
  for (let slice: usize = 0; slice < <usize>stage.sliceCount; slice += 4) {
    sweepOutwards(stage, slice, false);
    sweepInwards(stage, slice);
  }
  ascend(stage);
}

function factoriseSlices(stage: Stage, slice: usize): void {
  const ringCount = <usize>stage.ringCount;
  const thicknesses = <usize>stage.thicknesses + slice * number;
  const thickness0 = v128.load(thicknesses);
  const thickness1 = v128.load(thicknesses, 16);
  const row = ringCount * number;
  const areas = <usize>stage.areas;
  let radial0 = <usize>stage.radial + slice * row;
  let radial1 = radial0 + row;
  let radial2 = radial1 + row;
  let radial3 = radial2 + row;
  let inverses = <usize>stage.radialInverse + slice * row;
  let nexts = <usize>stage.radialNext + slice * row;
  const implicit = f64x2.splat(stage.implicit);
  const one = f64x2.splat(1);
  let inner0 = f64x2.splat(0);
  let inner1 = inner0;
  let coupling0 = inner0;
  let coupling1 = inner0;
  for (let i: usize = 0; i < row; i += number) {
    radial0 += number;
    radial1 += number;
    radial2 += number;
    radial3 += number;
    const area = v128.load64_splat(areas + i);
    const outer0 = mul(implicit, pair(radial0, radial1));
    const outer1 = mul(implicit, pair(radial2, radial3));
    const held0 = add(add(mul(area, thickness0), inner0), outer0);
    const held1 = add(add(mul(area, thickness1), inner1), outer1);
    const inverse0 = f64x2.div(one, sub(held0, mul(inner0, coupling0)));
    const inverse1 = f64x2.div(one, sub(held1, mul(inner1, coupling1)));
    coupling0 = mul(outer0, inverse0);
    coupling1 = mul(outer1, inverse1);
    v128.store(inverses, inverse0);
    v128.store(inverses, inverse1, 16);
    v128.store(nexts, coupling0);
    v128.store(nexts, coupling1, 16);
    inner0 = outer0;
    inner1 = outer1;
    inverses += four;
    nexts += four;
  }
}

function factoriseDepth(stage: Stage): void {
  const row = <usize>stage.ringCount * number;
  const areas = <usize>stage.areas;
  const implicit = f64x2.splat(stage.implicit);
  const one = f64x2.splat(1);
  let axial = <usize>stage.axial;
  let inverses = <usize>stage.axialInverse;
  let nexts = <usize>stage.axialNext;
  for (let i: usize = 0; i < row; i += 16) {
    v128.store(nexts + i, mul(implicit, v128.load(axial + i)));
  }
  for (let j: usize = 0; j < <usize>stage.sliceCount; j++) {
    const rate = load<f64>(<usize>stage.clearanceRates + j * number);
    const thickness = load<f64>(<usize>stage.thicknesses + j * number);
    const held = f64x2.splat(thickness * (1 + stage.implicit * rate));
    // The donor is known, so it couples to the first slice without being eliminated.
    const eliminated = f64x2.splat(j === 0 ? 0 : stage.implicit);
    for (let i: usize = 0; i < row; i += 16) {
      const upper = v128.load(axial + i);
      const lower = mul(implicit, v128.load(axial + row + i));
      const whole = add(add(mul(v128.load(areas + i), held), mul(implicit, upper)), lower);
      const known = mul(mul(eliminated, upper), v128.load(nexts + i));
      const inverse = f64x2.div(one, sub(whole, known));
      v128.store(inverses + i, inverse);
      v128.store(nexts + row + i, mul(lower, inverse));
    }
    axial += row;
    inverses += row;
    nexts += row;
  }
}

/** Right-hand side of four slices, two rings at a time, and their radial sweep outwards, two slices at a time. */
function sweepOutwards(stage: Stage, slice: usize, isPrediction: bool): void {
  const row = <usize>stage.ringCount * number;
  const offset = slice * row;
  const from = <usize>stage.from + offset;
  const partial = <usize>stage.partial + offset;
  const axialFlux = <usize>stage.axialFlux + offset;
  const radial = <usize>stage.radial + offset;
  const axial = <usize>stage.axial + offset;
  const areas = <usize>stage.areas;
  let nexts = <usize>stage.radialNext + offset;
  let swept = <usize>stage.swept;
  const thicknesses = <usize>stage.thicknesses + slice * number;
  const rates = <usize>stage.clearanceRates + slice * number;
  const thickness0 = v128.load64_splat(thicknesses);
  const thickness1 = v128.load64_splat(thicknesses, 8);
  const thickness2 = v128.load64_splat(thicknesses, 16);
  const thickness3 = v128.load64_splat(thicknesses, 24);
  const clearance0 = mul(thickness0, v128.load64_splat(rates));
  const clearance1 = mul(thickness1, v128.load64_splat(rates, 8));
  const clearance2 = mul(thickness2, v128.load64_splat(rates, 16));
  const clearance3 = mul(thickness3, v128.load64_splat(rates, 24));
  const half = stage.step / 2;
  const halfStep = f64x2.splat(half);
  const explicit = f64x2.splat((isPrediction ? stage.step : half) - stage.implicit);
  const whole = f64x2.splat(isPrediction ? stage.step : half);
  let swept01 = f64x2.splat(0);
  let swept23 = swept01;
  let coupling01 = swept01;
  let coupling23 = swept01;
  for (let i: usize = 0; i < row; i += 16) {
    const area = v128.load(areas + i);
    const above = v128.load(from + i);
    const value0 = v128.load(from + row + i);
    const value1 = v128.load(from + 2 * row + i);
    const value2 = v128.load(from + 3 * row + i);
    const value3 = v128.load(from + 4 * row + i);
    const below = v128.load(from + 5 * row + i);
    // What flows down through each face; the slice below gets what the one above gives, to the last bit.
    const down0 = mul(v128.load(axial + i), sub(above, value0));
    const down1 = mul(v128.load(axial + row + i), sub(value0, value1));
    const down2 = mul(v128.load(axial + 2 * row + i), sub(value1, value2));
    const down3 = mul(v128.load(axial + 3 * row + i), sub(value2, value3));
    const down4 = mul(v128.load(axial + 4 * row + i), sub(value3, below));
    const along0 = sub(sub(down0, down1), mul(mul(area, clearance0), value0));
    const along1 = sub(sub(down1, down2), mul(mul(area, clearance1), value1));
    const along2 = sub(sub(down2, down3), mul(mul(area, clearance2), value2));
    const along3 = sub(sub(down3, down4), mul(mul(area, clearance3), value3));
    v128.store(axialFlux + i, along0);
    v128.store(axialFlux + row + i, along1);
    v128.store(axialFlux + 2 * row + i, along2);
    v128.store(axialFlux + 3 * row + i, along3);
    const across0 = radialFlux(radial + i, from + row + i, value0);
    const across1 = radialFlux(radial + row + i, from + 2 * row + i, value1);
    const across2 = radialFlux(radial + 2 * row + i, from + 3 * row + i, value2);
    const across3 = radialFlux(radial + 3 * row + i, from + 4 * row + i, value3);
    let held0: v128;
    let held1: v128;
    let held2: v128;
    let held3: v128;
    if (isPrediction) {
      held0 = mul(mul(area, thickness0), value0);
      held1 = mul(mul(area, thickness1), value1);
      held2 = mul(mul(area, thickness2), value2);
      held3 = mul(mul(area, thickness3), value3);
      v128.store(partial + i, add(held0, mul(halfStep, add(across0, along0))));
      v128.store(partial + row + i, add(held1, mul(halfStep, add(across1, along1))));
      v128.store(partial + 2 * row + i, add(held2, mul(halfStep, add(across2, along2))));
      v128.store(partial + 3 * row + i, add(held3, mul(halfStep, add(across3, along3))));
    } else {
      held0 = v128.load(partial + i);
      held1 = v128.load(partial + row + i);
      held2 = v128.load(partial + 2 * row + i);
      held3 = v128.load(partial + 3 * row + i);
    }
    const right0 = add(add(held0, mul(explicit, across0)), mul(whole, along0));
    const right1 = add(add(held1, mul(explicit, across1)), mul(whole, along1));
    const right2 = add(add(held2, mul(explicit, across2)), mul(whole, along2));
    const right3 = add(add(held3, mul(explicit, across3)), mul(whole, along3));

    swept01 = add(first(right0, right1), mul(coupling01, swept01));
    swept23 = add(first(right2, right3), mul(coupling23, swept23));
    v128.store(swept, swept01);
    v128.store(swept, swept23, 16);
    swept01 = add(second(right0, right1), mul(v128.load(nexts), swept01));
    swept23 = add(second(right2, right3), mul(v128.load(nexts, 16), swept23));
    v128.store(swept, swept01, 32);
    v128.store(swept, swept23, 48);
    coupling01 = v128.load(nexts, 32);
    coupling23 = v128.load(nexts, 48);
    nexts += 2 * four;
    swept += 2 * four;
  }
}

/** What two neighbouring cells of a slice gain along the radius. The faces at the axis and at the rim are tight. */
function radialFlux(radial: usize, cells: usize, value: v128): v128 {
  const outward = mul(v128.load(radial, 8), sub(v128.load(cells, 8), value));
  const inward = mul(v128.load(radial), sub(value, v128.load(cells - 8)));
  return sub(outward, inward);
}

/** Radial sweep of four slices back to the axis, then the axial sweep down through them. */
function sweepInwards(stage: Stage, slice: usize): void {
  const row = <usize>stage.ringCount * number;
  const offset = slice * row;
  const axialFlux = <usize>stage.axialFlux + offset;
  const axialNext = <usize>stage.axialNext + offset;
  const to = <usize>stage.to + offset;
  const areas = <usize>stage.areas;
  let nexts = <usize>stage.radialNext + offset + 4 * row;
  let inverses = <usize>stage.radialInverse + offset + 4 * row;
  let swept = <usize>stage.swept + 4 * row;
  const thicknesses = <usize>stage.thicknesses + slice * number;
  const thickness0 = v128.load64_splat(thicknesses);
  const thickness1 = v128.load64_splat(thicknesses, 8);
  const thickness2 = v128.load64_splat(thicknesses, 16);
  const thickness3 = v128.load64_splat(thicknesses, 24);
  const implicit = f64x2.splat(stage.implicit);
  let inner01 = f64x2.splat(0);
  let inner23 = inner01;
  for (let i = row; i > 0; ) {
    i -= 16;
    nexts -= 2 * four;
    inverses -= 2 * four;
    swept -= 2 * four;
    const outer01 = add(
      mul(v128.load(inverses, 32), v128.load(swept, 32)),
      mul(v128.load(nexts, 32), inner01),
    );
    const outer23 = add(
      mul(v128.load(inverses, 48), v128.load(swept, 48)),
      mul(v128.load(nexts, 48), inner23),
    );
    inner01 = add(mul(v128.load(inverses), v128.load(swept)), mul(v128.load(nexts), outer01));
    inner23 = add(
      mul(v128.load(inverses, 16), v128.load(swept, 16)),
      mul(v128.load(nexts, 16), outer23),
    );
    const area = v128.load(areas + i);
    const held0 = mul(mul(area, thickness0), first(inner01, outer01));
    const held1 = mul(mul(area, thickness1), second(inner01, outer01));
    const held2 = mul(mul(area, thickness2), first(inner23, outer23));
    const held3 = mul(mul(area, thickness3), second(inner23, outer23));
    const known0 = sub(held0, mul(implicit, v128.load(axialFlux + i)));
    const known1 = sub(held1, mul(implicit, v128.load(axialFlux + row + i)));
    const known2 = sub(held2, mul(implicit, v128.load(axialFlux + 2 * row + i)));
    const known3 = sub(held3, mul(implicit, v128.load(axialFlux + 3 * row + i)));
    const down0 = add(known0, mul(v128.load(axialNext + i), v128.load(to + i)));
    const down1 = add(known1, mul(v128.load(axialNext + row + i), down0));
    const down2 = add(known2, mul(v128.load(axialNext + 2 * row + i), down1));
    const down3 = add(known3, mul(v128.load(axialNext + 3 * row + i), down2));
    v128.store(to + row + i, down0);
    v128.store(to + 2 * row + i, down1);
    v128.store(to + 3 * row + i, down2);
    v128.store(to + 4 * row + i, down3);
  }
}

/** The axial sweep up again; sums what is cleared and how far `to` has moved from `from`. */
function ascend(stage: Stage): void {
  const row = <usize>stage.ringCount * number;
  const areas = <usize>stage.areas;
  let cleared: f64 = 0;
  let squares: f64 = 0;
  for (let slice = <usize>stage.sliceCount; slice > 0; ) {
    slice--;
    const offset = slice * row;
    const inverses = <usize>stage.axialInverse + offset;
    const nexts = <usize>stage.axialNext + offset + row;
    const to = <usize>stage.to + offset + row;
    const from = <usize>stage.from + offset + row;
    let held = f64x2.splat(0);
    let moved = held;
    for (let i: usize = 0; i < row; i += 16) {
      const area = v128.load(areas + i);
      const value = add(
        mul(v128.load(inverses + i), v128.load(to + i)),
        mul(v128.load(nexts + i), v128.load(to + row + i)),
      );
      v128.store(to + i, value);
      const change = sub(value, v128.load(from + i));
      held = add(held, mul(area, value));
      moved = add(moved, mul(mul(area, change), change));
    }
    const thickness = load<f64>(<usize>stage.thicknesses + slice * number);
    const rate = load<f64>(<usize>stage.clearanceRates + slice * number);
    cleared += thickness * rate * bothOf(held);
    squares += thickness * bothOf(moved);
  }
  stage.cleared = cleared;
  stage.squares = squares;
}

function add(a: v128, b: v128): v128 {
  return f64x2.add(a, b);
}

function sub(a: v128, b: v128): v128 {
  return f64x2.sub(a, b);
}

function mul(a: v128, b: v128): v128 {
  return f64x2.mul(a, b);
}

function pair(low: usize, high: usize): v128 {
  return v128.load64_lane(high, v128.load64_zero(low), 1);
}

/** The first numbers of two pairs, and the second ones. */
function first(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 0, 2);
}

function second(a: v128, b: v128): v128 {
  return v128.shuffle<f64>(a, b, 1, 3);
}

function bothOf(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
