import { type Answers, type Assessment, showMm } from "@stipple/protocol";
import actionClasses from "../ui/Action.module.css";
import { withLocalDays } from "../ui/dates.ts";
import { Panel } from "../ui/Panel.tsx";
import { stageName, uiTexts } from "../ui/texts.ts";
import classes from "./ResultScreen.module.css";
import { conditionGroups, isOpen, type ScreenId } from "./screens.ts";
import { assessTexts as texts } from "./texts.ts";

const { questions } = texts;

interface AnswerListProps {
  readonly answers: Answers;
  readonly assessment: Assessment;
  readonly screens: readonly ScreenId[];
  readonly onChange: (screen: ScreenId) => void;
  readonly onRestart: () => void;
}

/** Every question with its answer in short; each can be changed. */
export function AnswerList({ answers, assessment, screens, onChange, onRestart }: AnswerListProps) {
  return (
    <Panel title={texts.result.answers} tone="quiet">
      <ul className={classes.answers}>
        {screens.map((screen) => (
          <li key={screen} className={classes.answer}>
            <p>{questions[screen].title}</p>
            <strong>
              {isOpen(screen, assessment) ? texts.result.missing : summaryOf(screen, answers)}
            </strong>
            <button
              type="button"
              className={classes.change}
              aria-label={`${texts.result.change}: ${questions[screen].title}`}
              onClick={() => onChange(screen)}
            >
              {texts.result.change}
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={actionClasses.action}
        data-weight="quiet"
        onClick={onRestart}
      >
        {texts.restart}
      </button>
    </Panel>
  );
}

/** One answer in a few words. */
function summaryOf(screen: ScreenId, answers: Answers): string {
  const { setting, ageYears, pattern, thinZones, pregnancy, phototype } = answers;
  const { allergies, hairLength, therapies, device, dates, doctorAgreed } = answers;
  const none = texts.noneOfThese;
  switch (screen) {
    case "setting":
      return setting ? questions.setting.choices[setting].label : "";
    case "ageYears":
      return String(ageYears ?? "");
    case "pattern":
      return pattern ? patternSummary(pattern) : "";
    case "thinZones":
      return (thinZones ?? []).map((zone) => uiTexts.zones[zone]).join(", ");
    case "signs":
      return marked(answers.signs ?? {}, Object.keys(texts.signs), texts.signs) || none;
    case "scalp":
    case "history":
    case "health":
    case "treatments": {
      const names = conditionGroups[screen];
      return marked(answers.conditions ?? {}, names, texts.conditions) || none;
    }
    case "dates":
      return withLocalDays(Object.values(dates ?? {}).join("; ")) || texts.dontKnow;
    case "pregnancy":
      return pregnancy ? questions.pregnancy.choices[pregnancy] : "";
    case "phototype":
      return phototype ? questions.phototype.choices[phototype] : "";
    case "allergies":
      return (allergies ?? []).map((name) => questions.allergies.choices[name]).join(", ");
    case "hairLength":
      return hairLength ? questions.hairLength.choices[hairLength] : "";
    case "therapies":
      return (therapies ?? []).map((name) => questions.therapies.choices[name]).join(", ");
    case "device":
      if (!device || device === "none-yet") return questions.device.choices["none-yet"].label;
      return `${questions.device.choices[device.kind].label}, ${showMm(device.needleLengthUm)}`;
    case "doctorAgreed":
      return doctorAgreed ? texts.yesNoUnknown[doctorAgreed] : texts.result.missing;
  }
}

function patternSummary(pattern: NonNullable<Answers["pattern"]>): string {
  if (pattern.stage === "unknown") return texts.dontKnow;
  return stageName(pattern);
}

/** What was marked yes or not known, with a word for the latter. */
function marked(
  given: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
  labels: Readonly<Record<string, string>>,
): string {
  return names
    .filter((name) => given[name] === "yes" || given[name] === "unknown")
    .map((name) => {
      const label = labels[name] ?? name;
      return given[name] === "unknown" ? `${label} (${texts.yesNoUnknown.unknown})` : label;
    })
    .join("; ");
}
