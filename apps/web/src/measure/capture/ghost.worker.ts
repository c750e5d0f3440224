import { estimateGhost } from "@stipple/trichometry";
import type { GhostQuestion, GhostReply } from "./ghost-messages.ts";

let ghost: ImageData | undefined;

self.addEventListener("message", ({ data }: MessageEvent<GhostQuestion>) => {
  if (data.kind === "ghost") {
    ghost = data.image;
    return;
  }
  const { image } = data;
  const pose = ghost && estimateGhost(pixels(ghost), pixels(image));
  const reply: GhostReply = { pose };
  self.postMessage(reply);
});

function pixels({ width, height, data }: ImageData) {
  return { width, height, rgba: data };
}
