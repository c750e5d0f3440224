import type { Grade } from "@stipple/simulation";
import { IconScale } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { simulatorTexts } from "../ui/simulator/texts.ts";
import { TwoViews } from "../ui/TwoViews.tsx";
import classes from "./Understand.module.css";

interface FigurePanelProps {
  readonly title: string;
  /** What the picture means, in a sentence. */
  readonly meaning: ReactNode;
  /** The numbers are still those from before a change; the next ones are being worked out. */
  readonly isStale: boolean;
  /** Belongs to the sentence, above both views. */
  readonly above?: ReactNode;
  readonly picture: ReactNode;
  readonly table: ReactNode;
  readonly controls?: ReactNode;
  readonly grade: Grade;
  readonly limits: string;
  /** Stands with the limits, for whoever wants to know more. */
  readonly more?: ReactNode;
}

/** One step of the chain: its meaning, its picture or table, what can be moved, how sure it is. */
export function FigurePanel({
  title,
  meaning,
  isStale,
  above,
  picture,
  table,
  controls,
  grade,
  limits,
  more,
}: FigurePanelProps) {
  return (
    <TwoViews
      title={title}
      lead={
        <>
          <p className={classes.meaning} aria-busy={isStale}>
            {meaning}
          </p>
          {above}
        </>
      }
      picture={picture}
      table={table}
      beside={
        <>
          {controls}
          <p className={classes.grade}>
            <IconScale size={20} stroke={1.75} aria-hidden />
            <span>
              {simulatorTexts.gradeLabel}: {simulatorTexts.grades[grade]}
            </span>
          </p>
          <details className={classes.limits}>
            <summary>{simulatorTexts.limits}</summary>
            <p>{limits}</p>
            {more}
          </details>
        </>
      }
    />
  );
}
