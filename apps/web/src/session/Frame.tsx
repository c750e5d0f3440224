import type { SectionProgress } from "@stipple/protocol";
import { IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./Frame.module.css";
import { sessionTexts } from "./texts.ts";

interface FrameProps {
  /** Where in the session this is: "Section 3 of 14". */
  readonly place: string;
  readonly sections?: readonly SectionProgress[];
  readonly tools?: ReactNode;
  readonly notices?: ReactNode;
  readonly drawing?: ReactNode;
  /** Lies over the drawing's corner, where it takes no room from the targets. */
  readonly undo?: ReactNode;
  readonly children: ReactNode;
  readonly actions: ReactNode;
  /** Comes after everything that must be in reach; its top is seen, so that one knows of it. */
  readonly below?: ReactNode;
}

/** The full screen of a session: place above, one drawing, one thing to do, the targets at the thumb. */
export function Frame({
  place,
  sections = [],
  tools,
  notices,
  drawing,
  undo,
  children,
  actions,
  below,
}: FrameProps) {
  return (
    <div className={classes.frame} data-below={below ? true : undefined}>
      <header className={classes.head}>
        <Link to="/today" className={classes.leave} aria-label={sessionTexts.leave}>
          <IconX size={24} stroke={1.75} aria-hidden />
        </Link>
        <h1 className={classes.place}>{place}</h1>
        <div className={classes.tools}>{tools}</div>
        {sections.length > 0 && <Strip sections={sections} />}
      </header>
      {notices && <div className={classes.notices}>{notices}</div>}
      <div className={classes.stage} data-drawing={drawing ? true : undefined}>
        {drawing && (
          <div className={classes.drawing}>
            {drawing}
            <div className={classes.undo}>{undo}</div>
          </div>
        )}
        <div className={classes.side}>
          <div className={classes.body}>{children}</div>
          <div className={classes.actions}>{actions}</div>
        </div>
      </div>
      {below && <div className={classes.below}>{below}</div>}
    </div>
  );
}

/** One small bar a section. The head map says the same in words, so this is for the eye alone. */
function Strip({ sections }: { readonly sections: readonly SectionProgress[] }) {
  return (
    <div className={classes.strip} aria-hidden>
      {sections.map(({ section, status }) => (
        <span key={section.id} data-status={status} />
      ))}
    </div>
  );
}
