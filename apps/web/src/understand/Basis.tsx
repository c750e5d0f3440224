import type { Start } from "@stipple/simulation";
import { ActionLink } from "../ui/ActionLink.tsx";
import { Panel } from "../ui/Panel.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

/** What the pictures run on, and what had to be assumed. */
export function Basis({ basis, assumed }: Start) {
  return (
    <Panel tone="quiet">
      <p>
        <strong>{understandTexts.basis[basis]}</strong>
      </p>
      <details className={classes.limits}>
        <summary>{understandTexts.assumedTitle}</summary>
        <ul>
          {assumed.map((assumption) => (
            <li key={assumption}>{understandTexts.assumed[assumption]}</li>
          ))}
        </ul>
      </details>
      {basis === "example" && (
        <div>
          <ActionLink to="/assess">{understandTexts.assess}</ActionLink>
        </div>
      )}
      {basis === "answers" && (
        <div>
          <ActionLink to="/plan">{understandTexts.makePlan}</ActionLink>
        </div>
      )}
    </Panel>
  );
}
