import type { Assessment, Finding } from "@stipple/protocol";
import { withLocalDays } from "../ui/dates.ts";
import { Why } from "../ui/Why.tsx";
import { outcomeLooks } from "./outcome-look.ts";
import classes from "./ResultScreen.module.css";
import { isOpen, type ScreenId } from "./screens.ts";
import { assessTexts } from "./texts.ts";

const texts = assessTexts.result;

interface FindingEntryProps {
  readonly finding: Finding;
  readonly screen: ScreenId | undefined;
  readonly assessment: Assessment;
  readonly onChange: (screen: ScreenId) => void;
}

/** One finding: what it leads to, what to do about it, why, and the way to the answer behind it. */
export function FindingEntry({ finding, screen, assessment, onChange }: FindingEntryProps) {
  const { leadsTo, says, nextStep, reason } = finding;
  const change = screen && isOpen(screen, assessment) ? texts.answerNow : texts.changeAnswer;
  const { tone, Icon } = outcomeLooks[leadsTo];
  return (
    <li className={classes.finding}>
      <span className={classes.leads} data-tone={tone}>
        <Icon size={18} stroke={1.9} aria-hidden />
        {texts.outcome[leadsTo]}
      </span>
      <p className={classes.says}>{withLocalDays(says)}</p>
      <p className={classes.step}>{withLocalDays(nextStep)}</p>
      <div className={classes.actions}>
        <Why decidedBy={[reason]} />
        {screen && (
          <button
            type="button"
            className={classes.change}
            aria-label={`${change}: ${assessTexts.questions[screen].title}`}
            onClick={() => onChange(screen)}
          >
            {change}
          </button>
        )}
      </div>
    </li>
  );
}
