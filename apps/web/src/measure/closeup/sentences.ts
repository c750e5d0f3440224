import type { CloseUpTotals } from "@stipple/protocol";
import type { NamedHair } from "@stipple/trichometry";
import { closeUpTexts as texts } from "./texts.ts";

/** What was counted, in one sentence. */
export function sentenceOf({ count, areaCm2, densityPerCm2 }: CloseUpTotals): string {
  const number = Math.round(count.value);
  const range = (densityPerCm2?.total ?? count).interval90 ?? [0, 0];
  const counted = {
    count: texts.hairs(number),
    low: String(Math.round(range[0])),
    high: String(Math.round(range[1])),
  };
  return areaCm2 === undefined || !densityPerCm2
    ? texts.inPhoto(counted)
    : texts.inArea({
        ...counted,
        areaCm2: areaCm2.toFixed(2),
        density: String(Math.round(densityPerCm2.total.value)),
      });
}

/** A hair, its kind and its size, where the size is known. */
export function describeHair(hair: NamedHair, place: number, count: number): string {
  const { widthUm, lengthUm } = hair;
  return texts.picture.chosen({
    place,
    count,
    kind: texts.classes[hair.class ?? "unknown"],
    size:
      widthUm === undefined || lengthUm === undefined
        ? ""
        : texts.picture.size(widthUm.toFixed(0), (lengthUm / 1000).toFixed(1)),
  });
}
