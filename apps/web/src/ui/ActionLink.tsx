import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";
import classes from "./Action.module.css";

interface ActionAnchorProps extends ComponentPropsWithRef<"a"> {
  /** "large" for the one thing to do on a screen, "quiet" for what stands beside it. */
  readonly weight?: "large" | "plain" | "quiet";
}

function ActionAnchor({ weight = "plain", className, ...anchor }: ActionAnchorProps) {
  return (
    <a
      {...anchor}
      className={className ? `${classes.action} ${className}` : classes.action}
      data-weight={weight}
    />
  );
}

/** A link to another place that looks like what it is for: the next thing to do. */
export const ActionLink = createLink(ActionAnchor);
