import { useComputedColorScheme } from "@mantine/core";
import { type EstimateColours, okabeIto } from "@stipple/figures";
import { tokens } from "./tokens.ts";

/** The same object for one theme, so that a figure is not drawn again for nothing. */
const figureColours = { light: coloursOf("light"), dark: coloursOf("dark") };

/** The colours of the theme in use. */
export function useFigureColours(): EstimateColours {
  return figureColours[useComputedColorScheme("light")];
}

function coloursOf(scheme: "light" | "dark"): EstimateColours {
  const { surface, text, textSoft, line, ...rest } = tokens[scheme];
  const { dataMeasured, dataEstimated, dataTrials, dataArticle } = rest;
  return {
    ground: surface,
    text,
    textSoft,
    line,
    dataMeasured,
    dataEstimated,
    dataTrials,
    dataArticle,
    ...okabeIto[scheme],
  };
}
