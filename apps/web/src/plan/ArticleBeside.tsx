import type { Plan } from "@stipple/protocol";
import { useState } from "react";
import actionClasses from "../ui/Action.module.css";
import { Panel } from "../ui/Panel.tsx";
import { uiTexts } from "../ui/texts.ts";
import { Why } from "../ui/Why.tsx";
import classes from "./ArticleBeside.module.css";
import { reasonsOf } from "./reasons-of.ts";
import { planTexts } from "./texts.ts";

const texts = planTexts.article;

/** What the article says beside what this plan does; first where they differ. */
export function ArticleBeside({ plan }: { readonly plan: Plan }) {
  const [showsAll, setShowsAll] = useState(false);
  const compared = reasonsOf(plan).filter(({ article }) => article !== undefined);
  const differing = compared.filter(({ verdict }) => verdict !== "agrees");
  const shown = showsAll ? compared : differing.slice(0, 6);

  return (
    <Panel title={texts.title}>
      <p>{texts.lead}</p>
      <ul className={classes.list}>
        {shown.map((reason) => (
          <li key={reason.ruleId} className={classes.rule}>
            <h3>{reason.decides}</h3>
            <div className={classes.pair}>
              <div className={classes.side}>
                <span>{texts.article}</span>
                <p>{reason.article?.says}</p>
              </div>
              <div className={classes.side}>
                <span>{texts.stipple}</span>
                <p>{reason.policy.says}</p>
              </div>
            </div>
            <p className={classes.verdict}>{uiTexts.verdict[reason.verdict]}</p>
            <Why decidedBy={[reason]} />
          </li>
        ))}
      </ul>
      {compared.length > shown.length || showsAll ? (
        <div>
          <button
            type="button"
            className={actionClasses.action}
            data-weight="quiet"
            aria-expanded={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {showsAll ? texts.fewer : texts.all(compared.length)}
          </button>
        </div>
      ) : null}
    </Panel>
  );
}
