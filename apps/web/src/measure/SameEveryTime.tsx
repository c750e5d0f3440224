import { ActionLink } from "../ui/ActionLink.tsx";
import { Panel } from "../ui/Panel.tsx";
import classes from "./Measure.module.css";
import { measureTexts as texts } from "./texts.ts";

/** What makes two photos comparable, and where they stay. */
export function SameEveryTime() {
  return (
    <>
      <Panel title={texts.same.title} tone="quiet">
        <ul className={classes.list}>
          {texts.same.list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p>{texts.same.hands}</p>
      </Panel>
      <p className={classes.soft}>{texts.privacy}</p>
      <div>
        <ActionLink to="/measure/card" weight="quiet">
          {texts.sites.card}
        </ActionLink>
      </div>
    </>
  );
}
