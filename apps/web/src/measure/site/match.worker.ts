import { type CloseUpVisit, compareCloseUps } from "@stipple/trichometry";
import type { Progress } from "../ask-worker.ts";
import { readPixels } from "../read-pixels.ts";
import { cutToRegion, measureGrowth } from "./match-closeups.ts";
import type { MatchAnswer, MatchQuestion, MatchSide } from "./match-messages.ts";

self.addEventListener("message", ({ data }: MessageEvent<MatchQuestion>) => {
  void answer(data)
    .catch((): MatchAnswer => ({ kind: "failed" }))
    .then((said) => self.postMessage(said));
});

async function answer(question: MatchQuestion): Promise<MatchAnswer> {
  if (question.kind === "growth") {
    const { first, second, days } = question;
    return { kind: "growth", share: measureGrowth(first.visit, second.visit, days) };
  }
  const first = await withPhoto(question.first);
  say(0.25);
  const second = await withPhoto(question.second);
  say(0.5);
  return { kind: "changes", comparison: compareCloseUps(first, second) };
}

function say(doneFraction: number): void {
  self.postMessage({ kind: "progress", doneFraction } satisfies Progress);
}

async function withPhoto({ photoId, visit }: MatchSide): Promise<CloseUpVisit> {
  const response = await fetch(`/api/photos/${encodeURIComponent(photoId)}/image`);
  if (!response.ok) throw new Error(`the photo was answered with ${response.status}`);
  return cutToRegion(visit, await readPixels(await response.blob(), Number.POSITIVE_INFINITY));
}
