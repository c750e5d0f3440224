import { log } from "./elementary.ts";

/**
 * The value below which a share `probability` of a standard normal distribution lies.
 *
 * Rational approximation AS 241, PPND16 (Wichura 1988): relative error about 1e-16. One uniform number gives one
 * normal number, and a larger one never a smaller one, so that two scenarios which share the uniform numbers stay
 * as close together as they can.
 *
 * @param probability strictly between 0 and 1
 */
export function normalQuantile(probability: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`probability must be above 0 and below 1, got ${probability}`);
  }
  const fromMiddle = probability - 0.5;
  if (fromMiddle >= -0.425 && fromMiddle <= 0.425) return nearMiddle(fromMiddle);

  const tail = Math.sqrt(-log(fromMiddle < 0 ? probability : 1 - probability));
  const distance = tail <= 5 ? inTail(tail - 1.6) : farOut(tail - 5);
  return fromMiddle < 0 ? -distance : distance;
}

/** |probability − ½| ≤ 0.425, by r = 0.425² − q². */
function nearMiddle(q: number): number {
  const r = 0.180625 - q * q;
  const above =
    ((((((2509.0809287301227 * r + 33430.57558358813) * r + 67265.7709270087) * r +
      45921.95393154987) *
      r +
      13731.69376550946) *
      r +
      1971.5909503065513) *
      r +
      133.14166789178438) *
      r +
    3.3871328727963665;
  const below =
    ((((((5226.495278852854 * r + 28729.085735721943) * r + 39307.89580009271) * r +
      21213.794301586597) *
      r +
      5394.196021424751) *
      r +
      687.1870074920579) *
      r +
      42.31333070160091) *
      r +
    1;
  return (q * above) / below;
}

/** Tail √(−ln p) between about 1.6 and 5, by r = that − 1.6. */
function inTail(r: number): number {
  const above =
    ((((((0.0007745450142783414 * r + 0.022723844989269184) * r + 0.2417807251774506) * r +
      1.2704582524523684) *
      r +
      3.6478483247632045) *
      r +
      5.769497221460691) *
      r +
      4.630337846156546) *
      r +
    1.4234371107496835;
  const below =
    ((((((1.0507500716444169e-9 * r + 0.0005475938084995345) * r + 0.015198666563616457) * r +
      0.14810397642748008) *
      r +
      0.6897673349851) *
      r +
      1.6763848301838038) *
      r +
      2.053191626637759) *
      r +
    1;
  return above / below;
}

/** Tail √(−ln p) above 5: below one in 10¹⁰, by r = that − 5. */
function farOut(r: number): number {
  const above =
    ((((((2.0103343992922881e-7 * r + 0.000027115555687434876) * r + 0.0012426609473880784) * r +
      0.026532189526576124) *
      r +
      0.29656057182850487) *
      r +
      1.7848265399172913) *
      r +
      5.463784911164114) *
      r +
    6.657904643501103;
  const below =
    ((((((2.0442631033899397e-15 * r + 1.421511758316446e-7) * r + 0.000018463183175100548) * r +
      0.0007868691311456133) *
      r +
      0.014875361290850615) *
      r +
      0.1369298809227358) *
      r +
      0.599832206555888) *
      r +
    1;
  return above / below;
}
