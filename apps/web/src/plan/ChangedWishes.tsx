import type { Plan } from "@stipple/protocol";
import { Panel } from "../ui/Panel.tsx";
import { Why } from "../ui/Why.tsx";
import classes from "./PlanView.module.css";
import { planTexts } from "./texts.ts";

const texts = planTexts.make;

/** Every wish that the rules changed, said out loud. */
export function ChangedWishes({ wishes }: { readonly wishes: Plan["changedWishes"] }) {
  if (wishes.length === 0) return null;

  return (
    <Panel title={texts.becameTitle} tone="mind">
      {wishes.map(({ wish, became, decidedBy }) => (
        <div key={wish} className={classes.became}>
          <p>{texts.became(wish, became)}</p>
          <Why decidedBy={decidedBy} />
        </div>
      ))}
    </Panel>
  );
}
