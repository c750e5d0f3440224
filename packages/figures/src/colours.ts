/** Colours a figure is drawn with; the screen hands over those of its theme. */
export interface FigureColours {
  readonly ground: string;
  readonly text: string;
  readonly textSoft: string;
  readonly line: string;
  /** Data colours, from the Okabe–Ito set where the ground allows it. */
  readonly blue: string;
  readonly green: string;
  readonly orange: string;
  readonly vermillion: string;
  readonly purple: string;
}

/** The colours of the simulator's figures: one meaning each, the same everywhere. */
export interface EstimateColours extends FigureColours {
  readonly dataMeasured: string;
  readonly dataEstimated: string;
  readonly dataTrials: string;
  readonly dataArticle: string;
}

/** The typeface of the app; figures stand in it wherever it is loaded. */
export const figureFont = '"Inter Variable", system-ui, sans-serif';

/**
 * Okabe and Ito's colours, told apart with every kind of colour vision (Okabe & Ito 2008, "Color
 * Universal Design"). On paper-white the light ones fall below 3 : 1, so orange, green and purple are
 * the same hues a step darker there; on the dark ground blue is their sky blue.
 */
export const okabeIto = {
  light: {
    blue: "#0072b2",
    green: "#007a5a",
    orange: "#a86100",
    vermillion: "#c24f00",
    purple: "#a8568a",
  },
  dark: {
    blue: "#56b4e9",
    green: "#2fc79b",
    orange: "#e69f00",
    vermillion: "#f0793a",
    purple: "#d896b8",
  },
} as const;
