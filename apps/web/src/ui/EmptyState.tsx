import type { ReactNode } from "react";
import classes from "./EmptyState.module.css";

interface EmptyStateProps {
  /** What will be here. */
  readonly says: string;
  /** The one thing to do. */
  readonly action?: ReactNode;
  readonly drawing?: ReactNode;
}

export function EmptyState({ says, action, drawing }: EmptyStateProps) {
  return (
    <div className={classes.empty}>
      {drawing && <div className={classes.drawing}>{drawing}</div>}
      <p className={classes.says}>{says}</p>
      {action}
    </div>
  );
}
