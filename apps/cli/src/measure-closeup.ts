import { writeFileSync } from "node:fs";
import {
  type CloseUpMeasurement,
  type MeasuredHair,
  measureCloseUp,
  type PixelImage,
  type Polygon,
} from "@stipple/trichometry";
import { type ExitCode, print, printJson, type Words } from "./command.ts";
import { bullet, entry, section, wrap } from "./layout.ts";
import { readPhoto } from "./photo.ts";
import { Problem } from "./problem.ts";

export const closeUpOptions = {
  "um-per-px": { type: "string" },
  roi: { type: "string" },
  svg: { type: "string" },
} as const;

export const closeUpHelp = `Finds the hairs of a close-up of clipped hair, measures each, and says what follows.
Without --um-per-px there are counts and ratios only: no density, no thickness.

  --um-per-px N  micrometres of skin that a pixel of the photo covers
  --roi CORNERS  corners of the region that is counted, in pixels of the photo
  --json         print every hair: polyline, root, width, class, score, in pixels of
                 the photo as it is seen (turned as the camera was held)
  --svg OUT.svg  write a drawing of the hairs that fits on the photo`;

/** Measures one photo file and prints the answer. */
export async function measureCloseUpFile({ positionals, text, isSet }: Words): Promise<ExitCode> {
  const umPerPx = readScale(text("um-per-px"));
  const roi = readRegion(text("roi"));
  const image = await readPhoto(positionals[0] ?? "");
  const answer = measureCloseUp(image, { umPerPx, roi });
  if (answer.kind === "refused") {
    const { says, nextStep } = answer.refusal;
    if (isSet("json")) printJson(answer);
    else print([wrap(says), wrap(`→ ${nextStep}`, { indent: "  ", hang: "    " })]);
    return 1;
  }
  const svgPath = text("svg");
  if (svgPath !== undefined) writeDrawing(svgPath, drawHairs(answer.hairs, image));
  if (isSet("json")) printJson({ ...answer, hairs: answer.hairs.map(hairValue) });
  else print(measurementLines(answer));
  return 0;
}

function readScale(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const umPerPx = Number(text);
  if (umPerPx > 0 && umPerPx < 1000) return umPerPx;
  throw new Problem("--um-per-px is not a scale.", {
    detail: `It is "${text}"; a number above 0 and below 1000 is needed.`,
    action: "Give the micrometres that a pixel covers, such as 3.",
  });
}

function readRegion(text: string | undefined): Polygon | undefined {
  if (text === undefined) return undefined;
  const corners = text
    .trim()
    .split(/\s+/)
    .map((corner) => corner.split(",").map(Number))
    .map(([x = Number.NaN, y = Number.NaN]) => ({ x, y }));
  if (
    corners.length >= 3 &&
    corners.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))
  ) {
    return corners;
  }
  throw new Problem("--roi is not a region.", {
    detail: `It is "${text}"; three corners or more are needed.`,
    action: 'Write it like "100,100 900,100 900,700 100,700".',
  });
}

/** A hair as other programs read it: places as pairs, in hundredths of a pixel. */
function hairValue(hair: MeasuredHair): unknown {
  const pair = ({ x, y }: { readonly x: number; readonly y: number }) => [round(x), round(y)];
  return {
    ...hair,
    polyline: hair.polyline.map(pair),
    root: pair(hair.root),
    tip: pair(hair.tip),
  };
}

const round = (value: number) => Math.round(value * 100) / 100;

function measurementLines(answer: CloseUpMeasurement): string[] {
  const { count, countInterval90, density, interval90, thickness, vellusShare, units } = answer;
  const [low, high] = countInterval90;
  const perCm2 = interval90 && `${interval90[0].toFixed(0)}–${interval90[1].toFixed(0)}`;
  return [
    ...section("Hairs", [
      entry("Found", `${count.toFixed(0)} (90 %: ${low.toFixed(0)}–${high.toFixed(0)})`),
      ...(density
        ? [entry("Density", `${density.total.toFixed(0)} per cm² (90 %: ${perCm2})`)]
        : []),
      ...(thickness
        ? [
            entry(
              "Thickness",
              `${thickness.median.toFixed(0)} µm in the middle, 80 % between ${thickness.p10.toFixed(0)} and ${thickness.p90.toFixed(0)} µm`,
            ),
          ]
        : []),
      ...(vellusShare === undefined
        ? []
        : [entry("Thin hairs", `${(100 * vellusShare).toFixed(0)} % below 30 µm`)]),
      entry("Units", `${units.count}, with ${(units.hairsPerUnit ?? 0).toFixed(1)} hairs each`),
    ]),
    ...section(
      "To know",
      answer.warnings.map(({ says, nextStep }) => bullet(`${says} → ${nextStep}`)),
    ),
  ];
}

const colours = {
  vellus: "#d6409f",
  intermediate: "#f5a623",
  terminal: "#2f9e44",
  unknown: "#1c7ed6",
};
/** Classes differ in the stroke too, for people who do not tell the colours apart. */
const dashes = { vellus: "2 4", intermediate: "8 4", terminal: "none", unknown: "none" };

/** The middle lines of the hairs as an SVG picture of the photo's size; a ring marks each root. */
function drawHairs(hairs: readonly MeasuredHair[], { width, height }: PixelImage): string {
  const lines = hairs.map((hair) => {
    const kind = hair.class ?? "unknown";
    const points = hair.polyline.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
    return `<polyline points="${points}" stroke="${colours[kind]}" stroke-dasharray="${dashes[kind]}"/><circle cx="${hair.root.x.toFixed(1)}" cy="${hair.root.y.toFixed(1)}" r="5" stroke="${colours[kind]}"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><g fill="none" stroke-width="3">${lines.join("\n")}</g></svg>\n`;
}

function writeDrawing(path: string, drawing: string): void {
  try {
    writeFileSync(path, drawing);
  } catch (error) {
    throw new Problem(`${path} cannot be written.`, {
      detail: error instanceof Error ? error.message : String(error),
      action: "Choose a path in a folder that exists.",
    });
  }
}
