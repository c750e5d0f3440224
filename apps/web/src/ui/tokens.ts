/** The colours of one theme. Components read them as `var(--st-…)`; figures read them from here. */
export interface Tokens {
  readonly ground: string;
  readonly surface: string;
  readonly sunken: string;
  readonly text: string;
  readonly textSoft: string;
  /** Hairlines that only divide; never the only sign of a control. */
  readonly line: string;
  readonly lineStrong: string;
  readonly ink: string;
  readonly inkHover: string;
  readonly inkSoft: string;
  readonly onInk: string;
  /** "Mind this." */
  readonly amber: string;
  readonly amberSoft: string;
  /** "Stop", and nothing else. */
  readonly stop: string;
  readonly stopHover: string;
  readonly stopSoft: string;
  readonly onStop: string;
  /** Skin and hair of the drawings. */
  readonly skin: string;
  readonly hair: string;
  /** One meaning each, in every figure: measured solid, estimated band, trials open marks, article dashed. */
  readonly dataMeasured: string;
  readonly dataEstimated: string;
  readonly dataTrials: string;
  readonly dataArticle: string;
}

export const tokens: { readonly light: Tokens; readonly dark: Tokens } = {
  light: {
    ground: "#f7f6f1",
    surface: "#fffefb",
    sunken: "#eeede6",
    text: "#14211f",
    textSoft: "#4b5b57",
    line: "#dcddd4",
    lineStrong: "#7b8985",
    ink: "#0e6363",
    inkHover: "#0a4f4f",
    inkSoft: "#e0edea",
    onInk: "#ffffff",
    amber: "#8f5200",
    amberSoft: "#faefd8",
    stop: "#b3261e",
    stopHover: "#8f1d17",
    stopSoft: "#fbe8e4",
    onStop: "#ffffff",
    skin: "#f3ece1",
    hair: "#2f4a46",
    dataMeasured: "#14211f",
    dataEstimated: "#0e6363",
    dataTrials: "#6b7673",
    dataArticle: "#a86100",
  },
  dark: {
    ground: "#0c1413",
    surface: "#141f1d",
    sunken: "#091010",
    text: "#e9eeeb",
    textSoft: "#a6b6b1",
    line: "#283835",
    lineStrong: "#6f837d",
    ink: "#7fd1c7",
    inkHover: "#9be0d7",
    inkSoft: "#17322f",
    onInk: "#06201e",
    amber: "#f0b54a",
    amberSoft: "#33270f",
    stop: "#ff8f84",
    stopHover: "#ffaaa2",
    stopSoft: "#3a1a17",
    onStop: "#2b0704",
    skin: "#1c2927",
    hair: "#b9cbc6",
    dataMeasured: "#e9eeeb",
    dataEstimated: "#7fd1c7",
    dataTrials: "#93a29d",
    dataArticle: "#f0b54a",
  },
};

type TokenPair = readonly [front: keyof Tokens, back: keyof Tokens];

/** Text on its grounds: at least 4.5 : 1 in both themes. */
export const textPairs: readonly TokenPair[] = (
  ["text", "textSoft", "ink", "amber", "stop"] as const
)
  .flatMap((front) =>
    (["ground", "surface", "sunken"] as const).map((back): TokenPair => [front, back]),
  )
  .concat([
    ["text", "inkSoft"],
    ["ink", "inkSoft"],
    ["onInk", "ink"],
    ["onInk", "inkHover"],
    ["text", "amberSoft"],
    ["textSoft", "amberSoft"],
    ["amber", "amberSoft"],
    ["text", "stopSoft"],
    ["textSoft", "stopSoft"],
    ["textSoft", "inkSoft"],
    ["stop", "stopSoft"],
    ["onStop", "stop"],
    ["onStop", "stopHover"],
  ]);

/** Borders of controls, marks of figures, drawings: at least 3 : 1. */
export const graphicPairs: readonly TokenPair[] = (
  ["lineStrong", "dataMeasured", "dataEstimated", "dataTrials", "dataArticle"] as const
)
  .flatMap((front) => (["ground", "surface"] as const).map((back): TokenPair => [front, back]))
  .concat([
    ["hair", "skin"],
    ["ink", "skin"],
    ["lineStrong", "skin"],
    ["amber", "skin"],
    ["stop", "skin"],
  ]);

/** "inkSoft" → "--st-ink-soft". */
export function tokenVariable(name: string): string {
  return `--st-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** WCAG 2.2 contrast ratio of two sRGB colours written "#rrggbb", 1 to 21. */
export function contrastRatio(a: string, b: string): number {
  const [lighter, darker] = [relativeLuminance(a), relativeLuminance(b)].toSorted((x, y) => y - x);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function relativeLuminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}
