import { type Chain, chainAngle, chainLength, resampleChain, sliceChain } from "./chain.ts";
import { solveSymmetric } from "./linear-solve.ts";

/** The polynomial of a degree in the way along the line that lies nearest to its points: a hair does not swerve. */
export function smoothLine(chain: Chain, degree: number): Chain {
  const { x, y } = chain;
  const count = x.length;
  if (count <= degree + 1) return chain;
  const size = degree + 1;
  const matrix = new Float64Array(size * size);
  const rightX = new Float64Array(size);
  const rightY = new Float64Array(size);
  const powers = new Float64Array(size);
  for (let i = 0; i < count; i++) {
    layPowers(powers, (2 * i) / (count - 1) - 1);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        matrix[a * size + b] = (matrix[a * size + b] ?? 0) + (powers[a] ?? 0) * (powers[b] ?? 0);
      }
      rightX[a] = (rightX[a] ?? 0) + (powers[a] ?? 0) * (x[i] ?? 0);
      rightY[a] = (rightY[a] ?? 0) + (powers[a] ?? 0) * (y[i] ?? 0);
    }
  }
  const forX = solveSymmetric(matrix, size, rightX);
  const forY = solveSymmetric(matrix, size, rightY);
  if (!forX || !forY) return chain;
  const at = (factors: Float64Array, i: number) => {
    layPowers(powers, (2 * i) / (count - 1) - 1);
    let sum = 0;
    for (let a = 0; a < size; a++) sum += (powers[a] ?? 0) * (factors[a] ?? 0);
    return sum;
  };
  return { x: x.map((_, i) => at(forX, i)), y: y.map((_, i) => at(forY, i)) };
}

/** Legendre's polynomials at t, which keep the equations well conditioned. */
function layPowers(powers: Float64Array, t: number): void {
  powers[0] = 1;
  powers[1] = t;
  for (let n = 2; n < powers.length; n++) {
    powers[n] = ((2 * n - 1) * t * (powers[n - 1] ?? 0) - (n - 1) * (powers[n - 2] ?? 0)) / n;
  }
}

/** The line cut where it turns by more than `mostTurnRad` within `windowPx`: there it changes from one hair to another. */
export function cutAtSwerves(chain: Chain, windowPx: number, mostTurnRad: number): Chain[] {
  const line = resampleChain(chain, 2);
  const count = line.x.length;
  const reach = Math.max(2, Math.round(windowPx / 4));
  const turns = new Float64Array(count);
  for (let i = reach; i < count - reach; i++) {
    const before = chainAngle(line, i - Math.floor(reach / 2), Math.max(1, reach >> 1));
    const after = chainAngle(line, i + Math.floor(reach / 2), Math.max(1, reach >> 1));
    turns[i] = Math.abs(Math.atan2(Math.sin(after - before), Math.cos(after - before)));
  }
  const pieces: Chain[] = [];
  let from = 0;
  for (let i = reach; i < count - reach; i++) {
    if ((turns[i] ?? 0) < mostTurnRad) continue;
    let isPeak = true;
    for (let j = i - reach; j <= i + reach; j++) {
      const other = turns[j] ?? 0;
      if (other > (turns[i] ?? 0) || (other === turns[i] && j < i)) isPeak = false;
    }
    if (!isPeak) continue;
    pieces.push(sliceChain(line, from, i + 1));
    from = i;
  }
  pieces.push(sliceChain(line, from, count));
  return pieces.filter((piece) => chainLength(piece) > windowPx / 2);
}
