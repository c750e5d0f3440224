import { useComputedColorScheme } from "@mantine/core";
import { type FigureColours, okabeIto } from "@stipple/figures";
import { tokens } from "../ui/tokens.ts";

/** The colours of the theme in use. */
export function useFigureColours(): FigureColours {
  const scheme = useComputedColorScheme("light");
  const { surface, text, textSoft, line } = tokens[scheme];
  return { ground: surface, text, textSoft, line, ...okabeIto[scheme] };
}
