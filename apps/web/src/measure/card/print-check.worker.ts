import { checkPrint } from "@stipple/trichometry";
import { readPixels } from "../read-pixels.ts";
import type { PrintAnswer, PrintQuestion } from "./print-messages.ts";

/** At this size a pixel of a photo that the page fills is a twentieth of a millimetre. */
const longerSidePx = 2400;

self.addEventListener("message", ({ data }: MessageEvent<PrintQuestion>) => {
  void check(data)
    .catch((): PrintAnswer => ({ kind: "unseen" }))
    .then((answer) => self.postMessage(answer));
});

async function check({ photo }: PrintQuestion): Promise<PrintAnswer> {
  return checkPrint(await readPixels(photo, longerSidePx));
}
