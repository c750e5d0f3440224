/** A typed length as whole micrometres, or the question to ask when it may be a slip ("25": did you mean 0.25 mm?). */
export type NeedleLengthReading =
  | { readonly kind: "length"; readonly needleLengthUm: number }
  | { readonly kind: "question"; readonly says: string; readonly candidatesUm: readonly number[] }
  | { readonly kind: "unreadable"; readonly says: string };

/** Lengths that devices have at all, and lengths a slip is corrected to (0.1 to 1.5 mm). */
const deviceUm = { min: 100, max: 3000 };
const likelyUm = { min: 100, max: 1500 };

const typed = /^(\d*)([.,]?)(\d*)\s*([a-z"]*)$/;

const unitUm = new Map([
  ["", 1000],
  ["mm", 1000],
  ["millimetre", 1000],
  ["millimetres", 1000],
  ["millimeter", 1000],
  ["millimeters", 1000],
  ["um", 1],
  ["micron", 1],
  ["microns", 1],
  ["micrometre", 1],
  ["micrometres", 1],
  ["micrometer", 1],
  ["micrometers", 1],
  ["in", 25_400],
  ["inch", 25_400],
  ["inches", 25_400],
  ['"', 25_400],
]);

/** Reads a needle length as people type it: "0.25", "0,25 mm", "250 µm", "25". Ambiguity is asked about, never guessed (I-U1, H5). */
export function readNeedleLength(text: string): NeedleLengthReading {
  const [, whole = "", separator = "", fraction = "", unit = ""] = typed.exec(plain(text)) ?? [];
  const perUnitUm = unitUm.get(unit);
  if (`${whole}${fraction}` === "" || perUnitUm === undefined) return unreadable;

  const lengthUm = exact(Number(`${whole || "0"}.${fraction || "0"}`) * perUnitUm);
  if (mayGroupThousands(whole, separator, fraction) && unit !== "mm") {
    const groupedUm = Number(`${whole}${fraction}`);
    return ask(text, isWithin(groupedUm, likelyUm) ? [groupedUm] : likelyReadings(lengthUm));
  }
  const trusted = unit === "" ? likelyUm : deviceUm;
  if (Number.isInteger(lengthUm) && isWithin(lengthUm, trusted))
    return { kind: "length", needleLengthUm: lengthUm };

  return ask(text, likelyReadings(lengthUm));
}

/** "0.25 mm". Never rounds across a limit: whole micrometres always print exactly. */
export function showMm(needleLengthUm: number): string {
  return `${needleLengthUm / 1000} mm`;
}

const unreadable: NeedleLengthReading = {
  kind: "unreadable",
  says: 'This is not a needle length. Type it in millimetres, for example "0.25 mm".',
};

/** Small letters, one kind of micro sign, no unusual spaces; nothing longer than a length can be. */
function plain(text: string): string {
  return text
    .slice(0, 40)
    .trim()
    .toLowerCase()
    .replace(/[\u00b5\u03bc]/g, "u")
    .replace(/\s+/g, " ");
}

/** Takes out the noise of binary fractions: 0.29 × 1000 is 290. */
function exact(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** "1,000" and "1.000": a thousand in one country, one in the other. */
function mayGroupThousands(whole: string, separator: string, fraction: string): boolean {
  return separator !== "" && /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3;
}

function isWithin(lengthUm: number, { min, max }: typeof deviceUm): boolean {
  return lengthUm >= min && lengthUm <= max;
}

/** The typed length where a device could have it, and every length that one slipped decimal point makes likely. */
function likelyReadings(lengthUm: number): readonly number[] {
  const slipped = [-5, -4, -3, -2, -1, 1, 2, 3, 4, 5].map((power) => exact(lengthUm * 10 ** power));
  const likely = slipped.filter((um) => isWithin(um, likelyUm));
  const literal = isWithin(lengthUm, deviceUm) ? [lengthUm] : [];
  return [...likely, ...literal].map(Math.round).toSorted((a, b) => a - b);
}

function ask(text: string, candidatesUm: readonly number[]): NeedleLengthReading {
  if (candidatesUm.length === 0) return unreadable;
  const choices = candidatesUm.map((um) => `${showMm(um)} (${um} µm)`).join(" or ");
  return {
    kind: "question",
    says: `You typed "${text.trim().slice(0, 40)}". Did you mean ${choices}?`,
    candidatesUm,
  };
}
