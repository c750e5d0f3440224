import { IconAlertTriangle } from "@tabler/icons-react";
import actionClasses from "./Action.module.css";
import classes from "./ProblemNotice.module.css";
import { asProblem } from "./problem.ts";
import { uiTexts } from "./texts.ts";

interface ProblemNoticeProps {
  readonly problem: unknown;
  readonly onRetry?: () => void;
  /** Said between what happened and what to do. Leave out where nothing could have been lost. */
  readonly kept?: string;
}

/** What happened, that nothing is lost, what to do: shown in place, never over the page. */
export function ProblemNotice({ problem, onRetry, kept }: ProblemNoticeProps) {
  const { message, action } = asProblem(problem);

  return (
    <div className={classes.notice} role="alert">
      <IconAlertTriangle size={22} stroke={1.75} aria-hidden />
      <p className={classes.message}>{message}</p>
      <p className={classes.action}>
        {kept ?? uiTexts.nothingLost} {action}
      </p>
      {onRetry && (
        <button
          type="button"
          className={`${actionClasses.action} ${classes.retry}`}
          data-weight="quiet"
          onClick={onRetry}
        >
          {uiTexts.tryAgain}
        </button>
      )}
    </div>
  );
}
