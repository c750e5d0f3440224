import { type ReactNode, useId } from "react";
import classes from "./Panel.module.css";

interface PanelProps {
  readonly title?: ReactNode;
  readonly order?: 2 | 3;
  readonly tone?: "plain" | "quiet" | "mind" | "stop";
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** One idea on its own ground. "mind" is amber, "stop" is red and only for stopping. */
export function Panel({ title, order = 2, tone = "plain", className, children }: PanelProps) {
  const id = useId();
  const Heading = order === 3 ? "h3" : "h2";

  return (
    <section
      className={className ? `${classes.panel} ${className}` : classes.panel}
      data-tone={tone}
      aria-labelledby={title ? id : undefined}
    >
      {title && <Heading id={id}>{title}</Heading>}
      {children}
    </section>
  );
}
