import {
  cardPage,
  cardPattern,
  fiducialPattern,
  type Pattern,
  type RectangleMm,
  windowCard,
} from "./window-card.ts";

/** The texts of the page; the rest of it has no words. */
const words = {
  title: "Stipple window card: print at 100 %, not “fit to page”",
  card: ["This side up: point the arrow the way you always do.", "Cut along the dashed lines."],
  check: [
    "Print check: lay a bank card on this frame. It must cover it exactly.",
    "Finer: photograph the page with the bank card on the frame.",
  ],
  hygiene: ["Matt paper. Use it once, on clean whole skin,", "not within 24 hours of rolling."],
} as const;

/**
 * The A6 page to print: the window card to cut out, and a frame of a bank card's size to check the print.
 *
 * @returns the text of an SVG file whose lengths are true millimetres when printed at 100 %
 */
export function windowCardSvg(): string {
  const { widthMm, heightMm, cardCentreMm, bankCard, bankCardCornerMm } = cardPage;
  const { openingSideMm, outline, greyPatch, whitePatch } = windowCard;
  const opening = {
    xMm: -openingSideMm / 2,
    yMm: -openingSideMm / 2,
    widthMm: openingSideMm,
    heightMm: openingSideMm,
  };
  const frame = { ...bankCardCornerMm, ...bankCard };
  const cut = 'fill="none" stroke="#767676" stroke-width="0.1" stroke-dasharray="1 0.6"';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${widthMm}mm" height="${heightMm}mm" viewBox="0 0 ${widthMm} ${heightMm}" role="img" aria-labelledby="title" font-family="sans-serif" font-size="2.8">`,
    `<title id="title">${words.title}</title>`,
    `<rect width="${widthMm}" height="${heightMm}" fill="#fff"/>`,
    line(words.title, { xMm: widthMm / 2, yMm: 9 }),
    `<g transform="translate(${cardCentreMm.xMm} ${cardCentreMm.yMm})">`,
    rectangle(outline, cut),
    // The dashes lie inside the opening, so that the cut takes them away and the edge is true.
    rectangle(inset(opening, 0.05), cut),
    ...paint(cardPattern()),
    rectangle(greyPatch, 'fill="#767676"'),
    rectangle(inset(whitePatch, 0.05), 'fill="#fff" stroke="#767676" stroke-width="0.1"'),
    '<path d="M0 -14.5 l2.2 3.2 h-1.4 v1.6 h-1.6 v-1.6 h-1.4 z" fill="#000"/>',
    "</g>",
    ...lines([...words.card, ...words.hygiene], { xMm: widthMm / 2, yMm: 54 }),
    ...lines(words.check, { xMm: widthMm / 2, yMm: 71 }),
    rectangle(inset(frame, 0.05), 'fill="none" stroke="#a8a8a8" stroke-width="0.1" rx="3.1"'),
    ...paint(fiducialPattern(cardPage.fiducials)),
    "</svg>",
    "",
  ].join("\n");
}

function paint({ black, white }: Pattern): readonly string[] {
  return [
    ...black.map((ink) => rectangle(ink, 'fill="#000"')),
    ...white.map((cell) => rectangle(cell, 'fill="#fff"')),
  ];
}

function rectangle({ xMm, yMm, widthMm, heightMm }: RectangleMm, look: string): string {
  return `<rect x="${mm(xMm)}" y="${mm(yMm)}" width="${mm(widthMm)}" height="${mm(heightMm)}" ${look}/>`;
}

function inset({ xMm, yMm, widthMm, heightMm }: RectangleMm, byMm: number): RectangleMm {
  return {
    xMm: xMm + byMm,
    yMm: yMm + byMm,
    widthMm: widthMm - 2 * byMm,
    heightMm: heightMm - 2 * byMm,
  };
}

type Place = { readonly xMm: number; readonly yMm: number };

function lines(texts: readonly string[], { xMm, yMm }: Place): readonly string[] {
  return texts.map((text, at) => line(text, { xMm, yMm: yMm + at * 4 }));
}

function line(text: string, { xMm, yMm }: Place): string {
  return `<text x="${xMm}" y="${yMm}" text-anchor="middle">${text}</text>`;
}

/** Four decimals: a tenth of a micrometre. */
const mm = (value: number) => Number(value.toFixed(4));
