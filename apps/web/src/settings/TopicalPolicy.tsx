import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChoiceCards } from "../ui/ChoiceCards.tsx";
import type { Settings } from "../ui/contract.ts";
import { Panel } from "../ui/Panel.tsx";
import { currentPlanQuery } from "../ui/queries.ts";
import { Why } from "../ui/Why.tsx";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.topical;

interface TopicalPolicyProps {
  readonly timing: Settings["topicalTiming"];
  readonly onChange: (change: Partial<Settings>) => void;
}

/** Both sides of the one choice where the article and the studies part. */
export function TopicalPolicy({ timing, onChange }: TopicalPolicyProps) {
  const { data } = useQuery(currentPlanQuery);

  return (
    <Panel title={texts.title}>
      <p className={classes.hint}>{texts.lead}</p>
      <ChoiceCards
        legend={texts.legend}
        choices={[
          { value: "wait-24h", ...texts.wait },
          { value: "article-window", ...texts.window },
        ]}
        chosen={[timing]}
        onChoose={(topicalTiming) => onChange({ topicalTiming })}
      />
      <p className={classes.hint}>
        {texts.effect} <Link to="/plan">{texts.toPlan}</Link>
      </p>
      {data && <Why decidedBy={data.plan.topicalTiming.decidedBy} />}
    </Panel>
  );
}
