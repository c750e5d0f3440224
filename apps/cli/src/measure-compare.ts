import {
  type CloseUpComparison,
  type ComparableCloseUp,
  type Comparison,
  compareCloseUps,
  type Point,
  type Polygon,
  type Quantity,
} from "@stipple/trichometry";
import { type ExitCode, print, printJson, type Words } from "./command.ts";
import { readInput, type Schema } from "./input.ts";
import { bullet, entry, section } from "./layout.ts";
import { Problem } from "./problem.ts";

export const compareOptions = {} as const;

export const compareHelp = `Compares two close-ups of one spot, A first, and says of each quantity: better,
worse, no detectable change, or not comparable; hair by hair where both photos show
the spot. A.json and B.json are what "measure closeup … --json" prints.

  --json         print the comparison, every hair of it too`;

const names: Readonly<Partial<Record<Quantity, string>>> = {
  "density-total": "Density",
  "density-terminal": "Terminal",
  "median-thickness": "Thickness",
  "cumulative-thickness": "Shaft sum",
  "vellus-share": "Thin hairs",
};

/** Compares two measured close-ups and prints the answer; 1 where nothing at all can be compared. */
export function compareCloseUpFiles({ positionals, isSet }: Words): ExitCode {
  const [firstPath = "", secondPath = ""] = positionals;
  const first = readCloseUpFile(firstPath);
  const second = readCloseUpFile(secondPath);
  const comparison = compareCloseUps(
    { closeUp: first, region: regionOf(first), shots: 1 },
    { closeUp: second, region: regionOf(second), shots: 1 },
  );
  if (isSet("json")) printJson(comparison);
  else print(comparisonLines(comparison));
  const isCompared = Object.values(comparison.quantities).some(
    ({ answer }) => answer !== "not-comparable",
  );
  return isCompared ? 0 : 1;
}

function comparisonLines({ quantities, hairs }: CloseUpComparison): string[] {
  const total = quantities["density-total"];
  return [
    ...section(
      "What has changed",
      Object.entries(quantities).map(([quantity, comparison]) =>
        entry(nameOf(quantity), answerText(comparison)),
      ),
    ),
    ...section(
      "Hair by hair",
      "netFraction" in hairs
        ? [
            entry("Net change", `${percent(hairs.netFraction)} of the hairs`),
            entry("90 %", hairs.interval90.map(percent).join(" to ")),
          ]
        : [bullet(`${hairs.message} → ${hairs.action}`)],
    ),
    ...section("Why", total?.reasons.map(({ text }) => bullet(text)) ?? []),
  ];
}

function nameOf(quantity: string): string {
  const found = Object.entries(names).find(([key]) => key === quantity);
  return found?.[1] ?? quantity;
}

function answerText({ answer, changeFraction, reasons }: Comparison): string {
  if (answer === "not-comparable") return `not comparable: ${reasons[0]?.text ?? ""}`;
  const change = changeFraction === undefined ? "" : ` (${percent(changeFraction)})`;
  return `${answer.replaceAll("-", " ")}${change}`;
}

function percent(fraction: number): string {
  return `${fraction < 0 ? "−" : "+"}${Math.abs(100 * fraction).toFixed(1)} %`;
}

/** The frame around all hairs: the file does not tell the size of its photo. */
function regionOf({ hairs }: ComparableCloseUp): Polygon {
  const points = hairs.flatMap(({ polyline, root, tip }) => [...(polyline ?? []), root, tip]);
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}

/** Reads a file and narrows it by hand: it is this program's own output. */
function readCloseUpFile(path: string): ComparableCloseUp {
  const closeUp = readCloseUp(readInput(path, anything));
  if (closeUp) return closeUp;
  throw new Problem(`${path} is not a measured close-up.`, {
    detail: "A measurement has the hairs of one photo, each with its root, tip and score.",
    action: 'Write it with "measure closeup PHOTO --json".',
  });
}

const anything: Schema<unknown> = { safeParse: (data) => ({ success: true, data }) };

function readCloseUp(input: unknown): ComparableCloseUp | undefined {
  if (!isRecord(input) || input.kind !== "measured") return undefined;
  const { hairs, algorithmVersion, density, thickness, interval90, warnings } = input;
  if (!Array.isArray(hairs) || typeof algorithmVersion !== "string") return undefined;
  const read = hairs.map(readHair).filter((hair) => hair !== undefined);
  if (read.length < hairs.length) return undefined;
  const total = isRecord(density) ? numberOf(density.total) : undefined;
  const terminal = isRecord(density) ? numberOf(density.terminal) : undefined;
  const median = isRecord(thickness) ? numberOf(thickness.median) : undefined;
  const [low, high] = Array.isArray(interval90) ? interval90.map(numberOf) : [];
  return {
    algorithmVersion,
    umPerPx: numberOf(input.umPerPx),
    hairs: read,
    density: total === undefined || terminal === undefined ? undefined : { total, terminal },
    interval90: low === undefined || high === undefined ? undefined : [low, high],
    thickness: median === undefined ? undefined : { median },
    cumulativeThickness: numberOf(input.cumulativeThickness),
    vellusShare: numberOf(input.vellusShare),
    warnings: Array.isArray(warnings) ? warnings.flatMap(readWarning) : [],
  };
}

function readHair(input: unknown) {
  if (!isRecord(input)) return undefined;
  const root = pointOf(input.root);
  const tip = pointOf(input.tip);
  const score = numberOf(input.score);
  const { polyline, borderCut } = input;
  if (!root || !tip || score === undefined || typeof borderCut !== "boolean") return undefined;
  return {
    root,
    tip,
    polyline: Array.isArray(polyline) ? polyline.flatMap((place) => pointOf(place) ?? []) : [],
    widthUm: numberOf(input.widthUm),
    widthSdUm: numberOf(input.widthSdUm),
    lengthUm: numberOf(input.lengthUm),
    score,
    borderCut,
  };
}

function readWarning(input: unknown) {
  if (!isRecord(input)) return [];
  const { code, says } = input;
  return typeof code === "string" && typeof says === "string" ? [{ code, says }] : [];
}

function pointOf(input: unknown): Point | undefined {
  if (!Array.isArray(input)) return undefined;
  const [x, y] = input.map(numberOf);
  return x === undefined || y === undefined ? undefined : { x, y };
}

function numberOf(input: unknown): number | undefined {
  return typeof input === "number" && Number.isFinite(input) ? input : undefined;
}

function isRecord(input: unknown): input is Readonly<Record<string, unknown>> {
  return typeof input === "object" && input !== null && !Array.isArray(input);
}
