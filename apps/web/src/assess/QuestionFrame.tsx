import { IconAlertTriangle, IconCheck, IconCloudUp } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef } from "react";
import actionClasses from "../ui/Action.module.css";
import { Panel } from "../ui/Panel.tsx";
import classes from "./QuestionFrame.module.css";
import { assessTexts as texts } from "./texts.ts";

interface QuestionFrameProps {
  readonly title: string;
  readonly help?: string | undefined;
  readonly why: string;
  readonly number: number;
  readonly total: number;
  readonly state: "saved" | "saving" | "kept-here";
  /** Said after "Next" was pressed without an answer. */
  readonly alert: string | undefined;
  readonly isLast: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly children: ReactNode;
}

/** One question on the screen: where you are, the question, why it is asked, back and next. */
export function QuestionFrame(props: QuestionFrameProps) {
  const { title, help, why, number, total, state, alert, isLast, onBack, onNext, children } = props;
  const heading = useRef<HTMLHeadingElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the heading takes focus when the question changes.
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [title]);

  return (
    <form
      className={classes.frame}
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div className={classes.top}>
        <span className="numbers">{texts.progress(number, total)}</span>
        <SaveState state={state} />
      </div>
      <ProgressDots number={number} total={total} />
      <div className={classes.columns}>
        <div className={classes.question} key={title}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {help && <p className={classes.help}>{help}</p>}
          {children}
          <div role="alert">
            {alert && (
              <p className={classes.alert}>
                <IconAlertTriangle size={20} stroke={1.75} aria-hidden />
                {alert}
              </p>
            )}
          </div>
        </div>
        <aside className={classes.why}>
          <Panel title={texts.whyAsked} order={2} tone="quiet">
            <p>{why}</p>
          </Panel>
        </aside>
      </div>
      <div className={classes.controls}>
        <button type="button" className={actionClasses.action} data-weight="quiet" onClick={onBack}>
          {texts.back}
        </button>
        <button type="submit" className={actionClasses.action}>
          {isLast ? texts.toResult : texts.next}
        </button>
      </div>
    </form>
  );
}

function SaveState({ state }: { readonly state: QuestionFrameProps["state"] }) {
  const Icon = state === "saved" ? IconCheck : IconCloudUp;
  const label = { saved: texts.saved, saving: texts.saving, "kept-here": texts.keptHere }[state];

  return (
    <span className={classes.state} data-state={state} role="status">
      <Icon size={17} stroke={2} aria-hidden />
      {label}
    </span>
  );
}

function ProgressDots({ number, total }: { readonly number: number; readonly total: number }) {
  return (
    <div className={classes.dots} aria-hidden="true">
      {Array.from({ length: total }, (_, index) => index + 1).map((dot) => (
        <span
          key={dot}
          className={classes.dot}
          data-done={dot < number || undefined}
          data-here={dot === number || undefined}
        />
      ))}
    </div>
  );
}
