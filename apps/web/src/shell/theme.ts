import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from "@mantine/core";
import { type Tokens, tokens, tokenVariable } from "../ui/tokens.ts";

const { light, dark } = tokens;

/** Paper-greens, light to dark; 4 is the border of a control, so it must stand out 3 : 1. */
const gray: MantineColorsTuple = [
  light.ground,
  light.sunken,
  "#e4e4dc",
  light.line,
  light.lineStrong,
  "#67756f",
  light.textSoft,
  "#3a4946",
  "#25322f",
  light.text,
];
const night: MantineColorsTuple = [
  dark.text,
  "#c6d2cd",
  dark.textSoft,
  "#8b9b96",
  dark.lineStrong,
  dark.line,
  dark.surface,
  dark.ground,
  dark.sunken,
  "#060a0a",
];
const tuple = (soft: string, onDark: string, onLight: string): MantineColorsTuple => [
  soft,
  soft,
  soft,
  onDark,
  onDark,
  onDark,
  onLight,
  onLight,
  onLight,
  onLight,
];

const named: Record<string, "ink" | "amber" | "stop"> = {
  ink: "ink",
  amber: "amber",
  stop: "stop",
  red: "stop",
};

/** Mantine's theme. Three colours carry meaning: "ink" to act, "amber" to mind, "stop" to stop. */
export const theme = createTheme({
  fontFamily: '"Inter Variable", system-ui, sans-serif',
  headings: {
    fontFamily: '"Inter Variable", system-ui, sans-serif',
    fontWeight: "620",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "clamp(1.625rem, 1.3rem + 1.4vw, 2.25rem)", lineHeight: "1.15" },
      h2: { fontSize: "1.25rem", lineHeight: "1.3" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.35" },
      h4: { fontSize: "1rem", lineHeight: "1.4" },
    },
  },
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  lineHeights: { xs: "1.45", sm: "1.5", md: "1.5", lg: "1.5", xl: "1.45" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2rem" },
  radius: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  defaultRadius: "sm",
  colors: {
    gray,
    dark: night,
    ink: tuple(light.inkSoft, dark.ink, light.ink),
    amber: tuple(light.amberSoft, dark.amber, light.amber),
    stop: tuple(light.stopSoft, dark.stop, light.stop),
    red: tuple(light.stopSoft, dark.stop, light.stop),
  },
  primaryColor: "ink",
  primaryShade: { light: 7, dark: 4 },
  white: light.surface,
  black: light.text,
  cursorType: "pointer",
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const name = named[input.color ?? "ink"];
    if (name === undefined) return defaultVariantColorsResolver(input);
    const [front, soft] = [`var(--st-${name})`, `var(--st-${name}-soft)`];
    const border = "1px solid transparent";
    switch (input.variant) {
      case "filled":
        return name === "amber"
          ? { background: soft, hover: soft, color: "var(--st-text)", border: `1px solid ${front}` }
          : {
              background: front,
              hover: `var(--st-${name}-hover)`,
              color: `var(--st-on-${name})`,
              border,
            };
      case "light":
        return { background: soft, hover: soft, color: front, border };
      case "outline":
        return {
          background: "transparent",
          hover: soft,
          color: front,
          border: `1px solid ${front}`,
        };
      case "subtle":
        return { background: "transparent", hover: soft, color: front, border };
      default:
        return defaultVariantColorsResolver(input);
    }
  },
  components: {
    Button: { defaultProps: { size: "md" } },
    TextInput: { defaultProps: { size: "md" } },
    NumberInput: { defaultProps: { size: "md" } },
    NativeSelect: { defaultProps: { size: "md" } },
    Textarea: { defaultProps: { size: "md" } },
    Checkbox: { defaultProps: { size: "md" } },
    Radio: { defaultProps: { size: "md" } },
  },
});

/** Hands the tokens to CSS, and Mantine's own variables with them. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: variablesOf(light),
  dark: variablesOf(dark),
});

function variablesOf(of: Tokens): Record<string, string> {
  const own = Object.entries(of).map(([name, colour]) => [tokenVariable(name), colour] as const);
  return {
    ...Object.fromEntries(own),
    "--mantine-color-text": of.text,
    "--mantine-color-body": of.ground,
    "--mantine-color-dimmed": of.textSoft,
    "--mantine-color-error": of.stop,
    "--mantine-color-placeholder": of.textSoft,
    "--mantine-color-anchor": of.ink,
    "--mantine-color-default": of.surface,
    "--mantine-color-default-hover": of.sunken,
    "--mantine-color-default-color": of.text,
    "--mantine-color-default-border": of.lineStrong,
    "--mantine-color-disabled": of.sunken,
    "--mantine-color-disabled-color": of.textSoft,
    "--mantine-color-disabled-border": of.line,
    "--mantine-primary-color-filled": of.ink,
    "--mantine-primary-color-filled-hover": of.inkHover,
    "--mantine-primary-color-contrast": of.onInk,
    "--mantine-primary-color-light": of.inkSoft,
    "--mantine-primary-color-light-color": of.ink,
    "--mantine-color-ink-filled": of.ink,
    "--mantine-color-ink-filled-hover": of.inkHover,
    "--mantine-color-ink-light": of.inkSoft,
    "--mantine-color-ink-light-hover": of.inkSoft,
    "--mantine-color-ink-light-color": of.ink,
    "--mantine-color-ink-outline": of.ink,
  };
}
