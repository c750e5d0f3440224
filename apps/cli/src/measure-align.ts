import { writeFileSync } from "node:fs";
import { type Aligned, alignPhotos, mapPoint, type NotAligned } from "@stipple/trichometry";
import { type ExitCode, print, printJson, type Words } from "./command.ts";
import { entry, section, wrap } from "./layout.ts";
import { readPhoto } from "./photo.ts";
import { Problem } from "./problem.ts";

export const alignOptions = { svg: { type: "string" } } as const;

export const alignHelp = `Lays photo B over photo A of the same head, or says that it cannot be done.

  --json         print the homography from pixels of A to pixels of B, row by row,
                 and how many skin marks and corners agree
  --svg OUT.svg  write a grid of A as it lies on B, to be put over B`;

/** Aligns two photo files and prints the answer. */
export async function alignPhotoFiles({ positionals, text, isSet }: Words): Promise<ExitCode> {
  const [firstPath = "", secondPath = ""] = positionals;
  const first = await readPhoto(firstPath);
  const second = await readPhoto(secondPath);
  const answer = alignPhotos({ first, second });
  const svgPath = text("svg");
  if (svgPath !== undefined && answer.kind === "aligned") {
    write(svgPath, drawGrid(answer, first, second));
  }
  if (isSet("json")) printJson(answer);
  else print(answer.kind === "aligned" ? alignedLines(answer) : apartLines(answer));
  return answer.kind === "aligned" ? 0 : 1;
}

function alignedLines({ evidence, confidence }: Aligned): string[] {
  const { marks, corners, residualPx } = evidence;
  return section("Aligned", [
    entry("Skin marks", `${marks.agreeing} of ${marks.tested} agree`),
    entry("Corners", `${corners.agreeing} of ${corners.tested} agree`),
    entry("Residual", `${residualPx.toFixed(2)} px in the middle`),
    entry("Confidence", `${(100 * confidence).toFixed(3)} %`),
  ]);
}

function apartLines({ message, action }: NotAligned): string[] {
  return [wrap(message), wrap(`→ ${action}`, { indent: "  ", hang: "    " })];
}

type Size = { readonly width: number; readonly height: number };

/** Eight by eight fields of the first photo, drawn where they lie on the second. */
function drawGrid({ homography }: Aligned, first: Size, second: Size): string {
  const fields = 8;
  const steps = Array.from({ length: fields + 1 }, (_, step) => step / fields);
  const line = (places: readonly { readonly x: number; readonly y: number }[]) =>
    `<polyline points="${places
      .map((place) => mapPoint(homography, place))
      .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(" ")}"/>`;
  const at = (x: number, y: number) => ({ x: x * (first.width - 1), y: y * (first.height - 1) });
  const lines = steps.flatMap((fixed) => [
    line(steps.map((step) => at(step, fixed))),
    line(steps.map((step) => at(fixed, step))),
  ]);
  const { width, height } = second;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"><g fill="none" stroke="#d6409f" stroke-width="2">${lines.join("\n")}</g></svg>\n`;
}

function write(path: string, drawing: string): void {
  try {
    writeFileSync(path, drawing);
  } catch (error) {
    throw new Problem(`${path} cannot be written.`, {
      detail: error instanceof Error ? error.message : String(error),
      action: "Choose a path in a folder that exists.",
    });
  }
}
