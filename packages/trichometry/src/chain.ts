/** A hair's middle line on the working grid, from one end to the other. */
export interface Chain {
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export function chainLength({ x, y }: Chain): number {
  let length = 0;
  for (let i = 1; i < x.length; i++) {
    length += Math.hypot((x[i] ?? 0) - (x[i - 1] ?? 0), (y[i] ?? 0) - (y[i - 1] ?? 0));
  }
  return length;
}

/** The part from one index up to, but without, another. */
export function sliceChain({ x, y }: Chain, from: number, to: number): Chain {
  return { x: x.slice(from, to), y: y.slice(from, to) };
}

/** The same line with points about `stepPx` apart, its ends kept. */
export function resampleChain(chain: Chain, stepPx: number): Chain {
  const { x, y } = chain;
  const length = chainLength(chain);
  const pieces = Math.max(1, Math.round(length / stepPx));
  if (x.length < 2 || length === 0) return chain;
  const newX: number[] = [];
  const newY: number[] = [];
  let segment = 1;
  let before = 0;
  let segmentLength = lengthAt(chain, 1);
  for (let i = 0; i <= pieces; i++) {
    const wanted = (i / pieces) * length;
    while (segment < x.length - 1 && before + segmentLength < wanted) {
      before += segmentLength;
      segment++;
      segmentLength = lengthAt(chain, segment);
    }
    const share = segmentLength > 0 ? Math.min(1, (wanted - before) / segmentLength) : 0;
    newX.push((x[segment - 1] ?? 0) + share * ((x[segment] ?? 0) - (x[segment - 1] ?? 0)));
    newY.push((y[segment - 1] ?? 0) + share * ((y[segment] ?? 0) - (y[segment - 1] ?? 0)));
  }
  return { x: newX, y: newY };
}

function lengthAt({ x, y }: Chain, segment: number): number {
  return Math.hypot(
    (x[segment] ?? 0) - (x[segment - 1] ?? 0),
    (y[segment] ?? 0) - (y[segment - 1] ?? 0),
  );
}

/** Every point moved to the mean of those up to `reach` points away, fewer near the ends, which stay. */
export function smoothChain({ x, y }: Chain, reach: number): Chain {
  return { x: slide(x, reach), y: slide(y, reach) };
}

function slide(values: readonly number[], reach: number): number[] {
  return values.map((_, i) => {
    const span = Math.min(reach, i, values.length - 1 - i);
    let sum = 0;
    for (let j = i - span; j <= i + span; j++) sum += values[j] ?? 0;
    return sum / (2 * span + 1);
  });
}

/** Direction of the line at a point, taken over the points up to `reach` away, in radians. */
export function chainAngle({ x, y }: Chain, at: number, reach = 3): number {
  const from = Math.max(0, at - reach);
  const to = Math.min(x.length - 1, at + reach);
  return Math.atan2((y[to] ?? 0) - (y[from] ?? 0), (x[to] ?? 0) - (x[from] ?? 0));
}

/** The chain with so many points added before its start and after its end, straight on in the directions given. */
export function addStraightEnds(
  chain: Chain,
  points: number,
  ends: { readonly startRad: number; readonly endRad: number; readonly stepPx: number },
): Chain {
  const { startRad, endRad, stepPx } = ends;
  const last = chain.x.length - 1;
  const startX = chain.x[0] ?? 0;
  const startY = chain.y[0] ?? 0;
  const endX = chain.x[last] ?? 0;
  const endY = chain.y[last] ?? 0;
  const before = Array.from({ length: points }, (_, i) => (points - i) * stepPx);
  const after = Array.from({ length: points }, (_, i) => (i + 1) * stepPx);
  return {
    x: [
      ...before.map((d) => startX - d * Math.cos(startRad)),
      ...chain.x,
      ...after.map((d) => endX + d * Math.cos(endRad)),
    ],
    y: [
      ...before.map((d) => startY - d * Math.sin(startRad)),
      ...chain.y,
      ...after.map((d) => endY + d * Math.sin(endRad)),
    ],
  };
}
