import { invertHomography, type PixelImage } from "@stipple/trichometry";
import { readPixels } from "../read-pixels.ts";
import { alignWithLandmarks } from "./align-with-landmarks.ts";
import type { AlignmentAnswer, AlignmentQuestion } from "./alignment.ts";

/** The size at which alignment is measured and was tested. */
const longerSidePx = 1200;

self.addEventListener("message", ({ data }: MessageEvent<AlignmentQuestion>) => {
  void align(data)
    .catch((): AlignmentAnswer => ({ kind: "failed" }))
    .then((answer) => self.postMessage(answer));
});

async function align(question: AlignmentQuestion): Promise<AlignmentAnswer> {
  const first = await fetchPixels(question.beforeAddress);
  const second = await fetchPixels(question.afterAddress);
  const result = alignWithLandmarks(first, second, question.landmarks);
  if (result.kind === "not-aligned") {
    const { message, action } = result;
    return { kind: "not-aligned", message, action };
  }
  const toBefore = invertHomography(result.homography);
  return toBefore
    ? { kind: "aligned", overlay: { before: sizeOf(first), after: sizeOf(second), toBefore } }
    : { kind: "failed" };
}

async function fetchPixels(address: string): Promise<PixelImage> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`the photo was answered with ${response.status}`);
  return readPixels(await response.blob(), longerSidePx);
}

function sizeOf({ width, height }: PixelImage) {
  return { width, height };
}
