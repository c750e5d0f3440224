import type { Answers, Strength, Verdict } from "@stipple/protocol";

type Pattern = NonNullable<Answers["pattern"]>;

/** Words that two or more places use. */
export const uiTexts = {
  nothingLost: "Nothing is lost.",
  tryAgain: "Try again",
  close: "Close",
  loading: "Loading",
  why: "Why?",
  whyTitle: "Why this?",
  whyValue: (value: string) => `Why ${value}?`,
  articleSays: "The article says",
  articleSilent: "The article says nothing about this.",
  stippleDoes: "Stipple does",
  articlePlace: (section: string) => `Under “${section}”`,
  sources: "Sources",
  access: {
    "looked-up": "we read it",
    "from-memory": "we cite it from memory",
    uncertain: "we have not checked it yet",
  },
  ownChoice: "No outside source: a cautious choice made by this project.",
  strengthLabel: "How sure",
  verdictLabel: "Held against the literature",
  verdict: {
    agrees: "The literature agrees with the article.",
    nuance: "The literature agrees in part.",
    disagrees: "The literature disagrees with the article.",
    "no-evidence": "Nobody has studied this well.",
    "not-in-article": "The article is silent here.",
  } satisfies Record<Verdict, string>,
  strength: {
    trial: "Trials in people",
    guidance: "A regulator, a label or professional guidance",
    observation: "Measurements, case series or animal work",
    article: "The article alone",
    "cautious-default": "No direct evidence; the cautious choice",
  } satisfies Record<Strength, string>,
  zones: {
    "frontal-hairline": "frontal hairline",
    "left-temple": "left temple",
    "right-temple": "right temple",
    "mid-scalp": "mid-scalp",
    vertex: "crown",
    "whole-scalp": "whole scalp",
  },
  statuses: {
    planned: "in the plan",
    waiting: "not rolled yet",
    rolling: "being rolled now",
    asked: "being asked about",
    done: "done",
    stopped: "stopped early",
    skipped: "skipped",
  },
  studied: {
    true: "Inside what trials studied",
    false: "Outside what trials studied",
    unknown: "Not known whether trials studied it",
  },
  needlesOf: (mm: string) => `Needles of ${mm}`,
  notDrawn: "This picture could not be drawn. The table holds the same numbers.",
  views: { picture: "Picture", table: "Table", legend: "Show as" },
  headMap: {
    label: "Head from above, nose at the top",
    front: "Front",
    left: "Left",
    right: "Right",
    byName: "Or by name",
    zoneHint: "Arrow keys move, Enter or Space chooses.",
    chosen: "chosen",
    notChosen: "not chosen",
  },
} as const;

/** "III-vertex" → "Stage III vertex"; Sinclair's pictures have grades. Only for a stage that is known. */
export function stageName({ scale, stage }: Pattern): string {
  if (scale === "sinclair") return `Grade ${stage}`;
  return `Stage ${stage.replace("-vertex", " vertex").replace(/a$/, " a")}`;
}

/** "vertex/far-left-front" → "crown, far left front". */
export function sectionName(id: string): string {
  const [zone = "", place = ""] = id.split("/");
  const zones: Readonly<Record<string, string>> = uiTexts.zones;
  return `${zones[zone] ?? zone}, ${place.replaceAll("-", " ")}`;
}
