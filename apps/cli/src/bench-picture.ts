import { readFileSync } from "node:fs";
import { makeScene } from "@stipple/synthetic-scalp";
import { closeupUmPerPx, type GreyImage, type PixelImage } from "@stipple/trichometry";
import { Problem } from "./problem.ts";

/** The picture of a workload: a PGM file, so that peers get the same one, or lines drawn here. */
export function readPicture([pathOrWidth = "2000", height = "1500"]: readonly string[]): GreyImage {
  return pathOrWidth.endsWith(".pgm")
    ? readPgm(pathOrWidth)
    : drawPicture(readSide(pathOrWidth), readSide(height));
}

/** The photo of the close-up workload: a PGM file, or a clinic's photo of clipped hair drawn here. */
export function readCloseUp([
  pathOrWidth = "2000",
  height = "1500",
]: readonly string[]): PixelImage {
  if (pathOrWidth.endsWith(".pgm")) return photoOf(readPgm(pathOrWidth));
  return makeScene({
    seed: 11,
    level: "L2",
    umPerPx: closeupUmPerPx,
    widthUm: readSide(pathOrWidth) * closeupUmPerPx,
    heightUm: readSide(height) * closeupUmPerPx,
    tone: "III",
    hairColour: "dark",
  }).image;
}

function photoOf({ width, height, grey }: GreyImage): PixelImage {
  const rgba = new Uint8Array(4 * grey.length);
  for (const [i, value] of grey.entries()) rgba.set([value, value, value, 255], 4 * i);
  return { width, height, rgba };
}

function readPgm(path: string): GreyImage {
  const bytes = readBytes(path);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 60).toString("latin1"));
  const width = Number(head?.[1]);
  const height = Number(head?.[2]);
  const grey = new Uint8Array(bytes.subarray(head?.[0].length ?? 0));
  if (head && grey.length === width * height) return { width, height, grey };
  throw new Problem(`${path} is no grey picture.`, {
    detail: "It is not a binary PGM with 255 grey levels.",
    action: "Make one as the peers do, or give a width and a height instead.",
  });
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Problem(`${path} cannot be read.`, {
      detail: "There is no such file, or you may not read it.",
      action: "Check the path.",
    });
  }
}

function readSide(text: string): number {
  const side = Number(text);
  if (Number.isInteger(side) && side >= 64 && side <= 8192) return side;
  throw new Problem("A side is not a number of pixels.", {
    detail: `It is "${text}"; 64 to 8192 are possible.`,
    action: "Give a whole number such as 2000.",
  });
}

/** Straight dark lines on light ground, one for every 4000 pixels, with a little noise. */
function drawPicture(width: number, height: number): GreyImage {
  const grey = new Uint8Array(width * height);
  let state = 12_345;
  const draw = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < grey.length; i++) grey[i] = 184 + Math.floor(12 * draw());
  for (let line = 0; line < (width * height) / 4000; line++) {
    const angleRad = 0.85 + 0.7 * draw();
    const start = { x: draw() * width, y: draw() * height };
    const lengthPx = 60 + 160 * draw();
    const radius = 1 + 3 * draw();
    for (let along = 0; along < lengthPx; along += 0.5) {
      const x = start.x + along * Math.cos(angleRad);
      const y = start.y + along * Math.sin(angleRad);
      for (
        let row = Math.max(0, Math.ceil(y - radius));
        row <= Math.min(height - 1, y + radius);
        row++
      ) {
        const left = Math.max(0, Math.ceil(x - radius));
        grey.fill(
          50,
          row * width + left,
          row * width + Math.min(width, Math.max(left, x + radius)),
        );
      }
    }
  }
  return { width, height, grey };
}
