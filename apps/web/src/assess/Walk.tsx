import { type Answers, type Assessment, assess, isoDate } from "@stipple/protocol";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { todayHere } from "../ui/dates.ts";
import { QuestionFrame } from "./QuestionFrame.tsx";
import { Question } from "./questions/Question.tsx";
import { ResultScreen } from "./ResultScreen.tsx";
import { isOpen, type ScreenId, screensFor } from "./screens.ts";
import { assessTexts as texts } from "./texts.ts";

interface WalkProps {
  readonly answers: Answers;
  readonly state: "saved" | "saving" | "kept-here";
  readonly onChange: (answers: Answers) => void;
}

type Step = ScreenId | "result";

/** The way through the questions. The step stands in the address, so that the browser's own "back" works too. */
export function Walk({ answers, state, onChange }: WalkProps) {
  const today = isoDate(todayHere());
  const assessment = useMemo(() => assess(answers, today), [answers, today]);
  const screens = screensFor(answers, assessment);
  const { step, goTo } = useStep(screens, assessment);
  const [passed, setPassed] = useState<readonly ScreenId[]>([]);
  const [isThorough, setThorough] = useState(false);
  const [hasTried, setTried] = useState(false);

  if (step === "result") {
    return (
      <ResultScreen
        answers={answers}
        assessment={assessment}
        screens={screens}
        onChange={goTo}
        onRestart={() => {
          setThorough(true);
          setPassed([]);
          goTo(screens[0] ?? "setting");
        }}
      />
    );
  }

  const at = screens.indexOf(step);
  const isUnanswered = isOpen(step, assessment);
  const next = nextStep({ screens, step, assessment, passed, isThorough });
  const move = (to: Step) => {
    setTried(false);
    goTo(to);
  };

  return (
    <QuestionFrame
      title={texts.questions[step].title}
      help={helpOf(step)}
      why={texts.questions[step].why}
      number={at + 1}
      total={screens.length}
      state={state}
      alert={hasTried && isUnanswered ? texts.pickOne : undefined}
      isLast={next === "result"}
      onBack={() => (at > 0 ? move(screens[at - 1] ?? step) : history.back())}
      onNext={() => {
        if (isUnanswered) return setTried(true);
        setPassed([...passed, step]);
        move(next);
      }}
    >
      <Question screen={step} answers={answers} assessment={assessment} onChange={onChange} />
    </QuestionFrame>
  );
}

function useStep(screens: readonly ScreenId[], assessment: Assessment) {
  const search: { readonly q?: unknown } = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked = search.q === "result" ? "result" : screens.find((screen) => screen === search.q);
  // Where the page was entered: an answer must not move the person on by itself.
  const [entered] = useState<Step>(
    () => screens.find((screen) => isOpen(screen, assessment)) ?? "result",
  );
  const step = asked ?? entered;
  const goTo = (to: Step) => void navigate({ to: "/assess", search: { q: to } });
  return { step, goTo };
}

/** Forward to the next question still open; the days and the doctor's word once; every question when walking again. */
function nextStep({
  screens,
  step,
  assessment,
  passed,
  isThorough,
}: {
  readonly screens: readonly ScreenId[];
  readonly step: ScreenId;
  readonly assessment: Assessment;
  readonly passed: readonly ScreenId[];
  readonly isThorough: boolean;
}): Step {
  const ahead = screens.slice(screens.indexOf(step) + 1);
  if (isThorough) return ahead[0] ?? "result";
  const once: readonly ScreenId[] = ["dates", "doctorAgreed"];
  const isDue = (screen: ScreenId) =>
    isOpen(screen, assessment) || (once.includes(screen) && !passed.includes(screen));
  const behind = screens.filter((screen) => screen !== step && isOpen(screen, assessment));
  return ahead.find(isDue) ?? behind[0] ?? "result";
}

function helpOf(step: ScreenId): string | undefined {
  const question = texts.questions[step];
  return "help" in question ? question.help : undefined;
}
