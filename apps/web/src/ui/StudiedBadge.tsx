import { IconCircleCheck, IconCircleDashed, IconHelpCircle } from "@tabler/icons-react";
import classes from "./StudiedBadge.module.css";
import { uiTexts } from "./texts.ts";

/** Inside or outside what trials studied; "unknown" never looks like inside. */
export function StudiedBadge({ inside }: { readonly inside: boolean | "unknown" }) {
  const key = String(inside) as "true" | "false" | "unknown";
  const Icon = { true: IconCircleCheck, false: IconCircleDashed, unknown: IconHelpCircle }[key];

  return (
    <span className={classes.badge} data-inside={key}>
      <Icon size={18} stroke={1.9} aria-hidden />
      {uiTexts.studied[key]}
    </span>
  );
}
