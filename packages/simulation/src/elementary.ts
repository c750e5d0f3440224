/**
 * Exponential, logarithm and angles that give the same bits in every program and browser.
 *
 * The language leaves the last digit of Math.exp, Math.log, Math.sin and their like to the engine: Node 26 and
 * Chromium 156 differ in up to a tenth of all arguments. Sums, products, quotients and square roots are exact to the
 * rounding everywhere, and nothing else is used here. After the public-domain fdlibm (Sun Microsystems 1993), within
 * about one unit of the last digit.
 */

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

/** Powers of two from 2^−1074 on. */
const leastExponent = -1074;
const powersOfTwo = tabulatePowersOfTwo();

function tabulatePowersOfTwo(): Float64Array {
  const powers = new Float64Array(1024 - leastExponent);
  powers[-leastExponent] = 1;
  for (let at = 1 - leastExponent; at < powers.length; at++) powers[at] = 2 * (powers[at - 1] ?? 0);
  for (let at = -leastExponent - 1; at >= 0; at--) powers[at] = 0.5 * (powers[at + 1] ?? 0);
  return powers;
}

/** e^x: x = k ln 2 + r, and a rational approximation of e^r. */
export function exp(x: number): number {
  if (!(x < 710)) return Number.isNaN(x) ? x : Number.POSITIVE_INFINITY;
  if (x < -746) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * ln2High;
  const low = k * ln2Low;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))));
  const y = 1 - (low - (r * c) / (2 - c) - high);
  // In two steps, because 2^k alone may be beyond what a number can be.
  const first = Math.floor(k / 2);
  return y * twoTo(first) * twoTo(k - first);
}

function twoTo(exponent: number): number {
  return powersOfTwo[exponent - leastExponent] ?? Number.NaN;
}

const bits = new DataView(new ArrayBuffer(8));

/** Natural logarithm: x = 2^k (1 + f), and a polynomial in f / (2 + f). */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  if (x < 2 ** -1022) return log(x * 2 ** 54) - 54 * Math.LN2;
  bits.setFloat64(0, x);
  const top = bits.getUint32(0);
  let k = (top >>> 20) - 1023;
  bits.setUint32(0, (top & 0xfffff) | 0x3ff00000);
  let mantissa = bits.getFloat64(0);
  if (mantissa > Math.SQRT2) {
    mantissa /= 2;
    k++;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd =
    z *
    (0.6666666666666735 +
      w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const halfSquare = 0.5 * f * f;
  return k * ln2High - (halfSquare - (s * (halfSquare + odd + even) + k * ln2Low) - f);
}

/** Logarithm to base 2. */
export function log2(x: number): number {
  return log(x) / Math.LN2;
}

/** base^exponent for a base above 0. */
export function power(base: number, exponent: number): number {
  return exp(exponent * log(base));
}

/** Hyperbolic tangent: a continued fraction near 0, where the exponential would lose digits. */
export function tanh(x: number): number {
  if (Math.abs(x) > 0.5) {
    const decayed = exp(-2 * Math.abs(x));
    return (Math.sign(x) * (1 - decayed)) / (1 + decayed);
  }
  const square = x * x;
  let denominator = 17;
  for (let odd = 15; odd > 0; odd -= 2) denominator = odd + square / denominator;
  return x / denominator;
}

/** Hyperbolic sine, for arguments that are not small beside 1: near 0 it loses digits. */
export function sinh(x: number): number {
  return (exp(x) - exp(-x)) / 2;
}

/** Sine of an angle of a few turns at most. */
export function sin(angleRad: number): number {
  return sineOfTurn(angleRad, 0);
}

/** Cosine of an angle of a few turns at most. */
export function cos(angleRad: number): number {
  return sineOfTurn(angleRad, 1);
}

export function tan(angleRad: number): number {
  return sin(angleRad) / cos(angleRad);
}

const rightAngleHigh = 1.5707963267341256;
const rightAngleLow = 6.077100506506192e-11;

/** Sine of the angle and so many right angles more: a polynomial in what is beyond the nearest right angle. */
function sineOfTurn(angleRad: number, rightAngles: number): number {
  const nearest = Math.floor(angleRad / (Math.PI / 2) + 0.5);
  const rest = angleRad - nearest * rightAngleHigh - nearest * rightAngleLow;
  const quarter = (((nearest + rightAngles) % 4) + 4) % 4;
  const value = quarter % 2 === 0 ? smallSine(rest) : smallCosine(rest);
  return quarter < 2 ? value : -value;
}

function smallSine(x: number): number {
  const z = x * x;
  return (
    x +
    x *
      z *
      (-0.16666666666666632 +
        z *
          (0.00833333333332249 +
            z *
              (-1.984126982985795e-4 +
                z *
                  (2.7557313707070068e-6 +
                    z * (-2.5050760253406863e-8 + z * 1.58969099521155e-10)))))
  );
}

function smallCosine(x: number): number {
  const z = x * x;
  return (
    1 -
    (0.5 * z -
      z *
        z *
        (0.0416666666666666 +
          z *
            (-0.001388888888887411 +
              z *
                (2.480158728947673e-5 +
                  z *
                    (-2.7557314351390663e-7 +
                      z * (2.087572321298175e-9 - z * 1.1359647557788195e-11))))))
  );
}

/** Angle between 0 and a right angle whose cosine is 1 − `missing`; exact for small angles too, by Newton's method. */
export function angleOfCosine(missing: number): number {
  // 1 − cos θ = 2 sin²(θ/2)
  const half = Math.sqrt(missing / 2);
  let angle = half;
  for (let round = 0; round < 6; round++) angle -= (sin(angle) - half) / cos(angle);
  return 2 * angle;
}
