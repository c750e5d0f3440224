import { Panel } from "../ui/Panel.tsx";
import classes from "./InspectionGuide.module.css";
import { devicesTexts } from "./texts.ts";

/** Two rows of needles: as they should be, and with a hook and a gap. */
function NeedleRows() {
  const straight = Array.from({ length: 7 }, (_, index) => `M${16 + index * 12} 52V18`).join("");
  const bent = "M126 52V18M138 52V18M150 52V30Q150 21 157 22M174 52V18M198 52V18";

  return (
    <svg viewBox="0 0 212 84" className={classes.rows} aria-hidden="true">
      <path d="M8 52h84M118 52h88" />
      <path d={straight} className={classes.needle} />
      <path d={bent} className={classes.needle} />
      <circle cx="153" cy="25" r="11" className={classes.mark} />
      <circle cx="186" cy="34" r="11" className={classes.mark} />
      <text x="50" y="74">
        {devicesTexts.guide.straight}
      </text>
      <text x="162" y="74">
        {devicesTexts.guide.bent}
      </text>
    </svg>
  );
}

export function InspectionSteps() {
  return (
    <>
      <NeedleRows />
      <ol className={classes.steps}>
        {devicesTexts.guide.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </>
  );
}

/** How to look at the needles, and what to do with a roller at its end. */
export function InspectionGuide() {
  return (
    <>
      <Panel tone="quiet" title={devicesTexts.guide.title}>
        <InspectionSteps />
      </Panel>
      <Panel tone="quiet" title={devicesTexts.disposal.title}>
        <p>{devicesTexts.disposal.says}</p>
      </Panel>
    </>
  );
}
