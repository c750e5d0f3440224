import type { Grade } from "@stipple/simulation";
import { IconScale } from "@tabler/icons-react";
import classes from "./Simulator.module.css";
import { simulatorTexts } from "./texts.ts";

interface ModelNoteProps {
  readonly grade: Grade;
  /** What the picture leaves open, a paragraph each. */
  readonly limits: readonly string[];
}

/** That it is an estimate, how sure it is, and what it cannot tell. */
export function ModelNote({ grade, limits }: ModelNoteProps) {
  return (
    <div className={classes.note}>
      <p className={classes.grade}>
        <IconScale size={20} stroke={1.75} aria-hidden />
        <span>
          {simulatorTexts.estimate} {simulatorTexts.gradeLabel}: {simulatorTexts.grades[grade]}.
        </span>
      </p>
      <details>
        <summary>{simulatorTexts.limits}</summary>
        {limits.map((says) => (
          <p key={says}>{says}</p>
        ))}
      </details>
    </div>
  );
}
