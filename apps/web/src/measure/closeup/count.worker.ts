import { measureCloseUpInSteps, measureDrawnLine, type PixelImage } from "@stipple/trichometry";
import type { Answer, Question, Reply } from "./count-messages.ts";
import { regionOf } from "./count-region.ts";
import { foundOf } from "./kept-measurement.ts";

/** Between two words on progress. */
const progressMs = 120;

let kept: { readonly photoId: string; readonly image: PixelImage } | undefined;

self.addEventListener("message", ({ data }: MessageEvent<Question>) => {
  void answer(data).catch(() => reply(data.id, { kind: "failed" }));
});

async function answer(question: Question): Promise<void> {
  const image = await readPhoto(question.photoId);
  reply(question.id, question.kind === "count" ? count(image, question) : measure(image, question));
}

function measure(image: PixelImage, { line }: Extract<Question, { kind: "line" }>): Answer {
  const width = measureDrawnLine(image, line);
  return { kind: "line", widthPx: width?.widthPx, sdPx: width?.sdPx ?? 0 };
}

/** The photo as pixels; the last one is kept for lines drawn in it. */
async function readPhoto(photoId: string): Promise<PixelImage> {
  if (kept?.photoId === photoId) return kept.image;
  const response = await fetch(`/api/photos/${encodeURIComponent(photoId)}/image`);
  if (!response.ok) throw new Error(`the photo was answered ${response.status}`);
  const bitmap = await createImageBitmap(await response.blob());
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  if (!pen) throw new Error("no place to draw");
  pen.drawImage(bitmap, 0, 0);
  bitmap.close();
  const image: PixelImage = { width, height, rgba: pen.getImageData(0, 0, width, height).data };
  kept = { photoId, image };
  return image;
}

type CountQuestion = Extract<Question, { kind: "count" }>;

/** Says how far it is in between; the answer is what it returns. */
function count(image: PixelImage, { id, scale }: CountQuestion): Answer {
  const region = regionOf(image, scale);
  if ("kind" in region) return region;
  const steps = measureCloseUpInSteps(region.image, region.options);
  let toldAt = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) {
      return step.value.kind === "refused"
        ? { kind: "refused", refusal: step.value.refusal }
        : { kind: "found", found: foundOf(step.value, region.part) };
    }
    if (performance.now() - toldAt < progressMs) continue;
    toldAt = performance.now();
    reply(id, { kind: "progress", doneFraction: step.value });
  }
}

type Said = Reply extends infer One ? (One extends Reply ? Omit<One, "id"> : never) : never;

function reply(id: number, said: Said): void {
  self.postMessage({ id, ...said });
}
