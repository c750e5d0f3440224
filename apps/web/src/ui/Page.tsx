import type { ReactNode } from "react";
import classes from "./Page.module.css";
import { useKeptFocus } from "./use-kept-focus.ts";

interface PageProps {
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  /** What to do. */
  readonly children: ReactNode;
  /** Why: the second column on a wide screen, below on a phone. */
  readonly aside?: ReactNode;
}

/** One place: its heading, what to do, and beside it why. */
export function Page({ title, lead, children, aside }: PageProps) {
  const heading = useKeptFocus();

  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead && <p className={classes.lead}>{lead}</p>}
      </header>
      <div className={classes.columns} data-two={aside ? true : undefined}>
        <div className={classes.main}>{children}</div>
        {aside && <aside className={classes.aside}>{aside}</aside>}
      </div>
    </div>
  );
}
