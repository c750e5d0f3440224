import type { PhotoView } from "@stipple/protocol";
import { checkPhoto, readCardScale } from "@stipple/trichometry";
import { readPixels } from "../read-pixels.ts";
import type { QualityAnswer, QualityQuestion } from "./quality-messages.ts";

/** A view of the whole head is judged at half of this; a close-up as the camera took it. */
const globalSidePx = 2400;

self.addEventListener("message", ({ data }: MessageEvent<QualityQuestion>) => {
  void look(data)
    .catch((): QualityAnswer => "unseen")
    .then((answer) => self.postMessage(answer));
});

async function look({ photo, view }: QualityQuestion): Promise<QualityAnswer> {
  const { checks } =
    view === "close-up" ? await checkCloseUp(photo) : await checkGlobal(photo, view);
  return checks
    .filter(({ isPassed }) => !isPassed)
    .toSorted((a, b) => Number(b.isStopping) - Number(a.isStopping))
    .map(({ id, isStopping, message, action }) => ({ id, isStopping, message, action }));
}

/** Views in which a face is not to be seen. */
const faceless: ReadonlySet<PhotoView> = new Set(["vertex", "mid-part"]);

async function checkGlobal(photo: Blob, view: PhotoView) {
  const image = await readPixels(photo, globalSidePx);
  return checkPhoto({ kind: "global", image, isFaceExpected: !faceless.has(view) });
}

async function checkCloseUp(photo: Blob) {
  const image = await readPixels(photo, Number.POSITIVE_INFINITY);
  const card = readCardScale(image, { printFactor: 1, isPrintChecked: false });
  const region = card.kind === "found" ? card.opening : undefined;
  return checkPhoto({ kind: "close-up", image, card, region });
}
