import { type Start, startingTreatment } from "@stipple/simulation";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import actionClasses from "../ui/Action.module.css";
import type { DateStyle } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { answersQuery, currentPlanQuery, settingsQuery } from "../ui/queries.ts";
import { useSimulated, useSimulatorWhileOpen } from "../ui/simulator/use-simulated.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { Absorption } from "./Absorption.tsx";
import { Basis } from "./Basis.tsx";
import { Closure } from "./Closure.tsx";
import { type Played, play, playedOf } from "./choices.ts";
import { HairForecast } from "./HairForecast.tsx";
import { Healing } from "./Healing.tsx";
import { PanelState, Refusal } from "./PanelState.tsx";
import { Punctures } from "./Punctures.tsx";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";
import { WhatIf } from "./WhatIf.tsx";

/** The chain from needle to hair on the person's own plan, or on an example. */
export function UnderstandPage() {
  const answers = useQuery(answersQuery);
  const plan = useQuery(currentPlanQuery);
  const { data: settings } = useQuery(settingsQuery);
  const given = answers.data?.answers;
  const planned = plan.data === undefined ? undefined : (plan.data?.plan ?? "none");
  const start = useMemo(
    () =>
      given && planned
        ? startingTreatment(given, planned === "none" ? undefined : planned)
        : undefined,
    [given, planned],
  );

  const error = answers.error ?? plan.error;
  if (error && !start) {
    const retry = () => void Promise.all([answers.refetch(), plan.refetch()]);
    return (
      <Page title={understandTexts.title}>
        <ProblemNotice problem={error} onRetry={retry} />
      </Page>
    );
  }
  if (!start) return <Waiting />;
  return (
    <Page title={understandTexts.title} lead={understandTexts.lead}>
      <Basis {...start} />
      <Chain start={start} style={{ locale: settings?.locale, timeZone: settings?.timeZone }} />
    </Page>
  );
}

interface ChainProps {
  readonly start: Start;
  readonly style: DateStyle;
}

const msPerDay = 86_400_000;

/** Every step of the chain, on what the person plays with; nothing at all for whom the model does not hold. */
function Chain({ start: { treatment: begun, firstAt }, style }: ChainProps) {
  useSimulatorWhileOpen();
  const scope = useSimulated("scope", { treatment: begun });
  const [change, setChange] = useState<Partial<Played>>({});
  const played = useMemo(() => ({ ...playedOf(begun), ...change }), [begun, change]);
  const treatment = useMemo(() => play(begun, played), [begun, played]);
  // Holes and healing do not know when the drug comes, and are not worked out again for it.
  const { needleLengthUm, rolls, pattern } = played;
  const rolled = useMemo(() => {
    const { delayMin } = playedOf(begun);
    return play(begun, { needleLengthUm, rolls, pattern, delayMin });
  }, [begun, needleLengthUm, rolls, pattern]);

  const calendar = useMemo(
    () => (firstAt ? { firstAt, todayDay: daysSince(firstAt) } : undefined),
    [firstAt],
  );

  if (scope.refusal) {
    return (
      <Panel title={understandTexts.refusedTitle} tone="mind">
        <Refusal {...scope.refusal} />
      </Panel>
    );
  }
  if (!scope.answer) return <PanelState title={understandTexts.working} simulated={scope} />;

  const hasChanged = JSON.stringify(played) !== JSON.stringify(playedOf(begun));
  const steps = {
    treatment,
    played,
    onPlay: (more: Partial<Played>) => setChange((before) => ({ ...before, ...more })),
  };
  return (
    <>
      <Punctures {...steps} treatment={rolled} />
      <Closure {...steps} />
      <Absorption {...steps} />
      <Healing treatment={rolled} calendar={calendar} style={style} />
      <HairForecast treatment={treatment} />
      <WhatIf treatment={treatment} />
      {hasChanged && (
        <div className={classes.changed} role="status">
          <p>{understandTexts.changed}</p>
          <button
            type="button"
            className={actionClasses.action}
            data-weight="quiet"
            onClick={() => setChange({})}
          >
            {understandTexts.reset}
          </button>
        </div>
      )}
    </>
  );
}

/** Whole days since a moment; a moment still to come today counts as day 0. */
function daysSince(moment: string): number {
  const days = (Date.now() - Date.parse(moment)) / msPerDay;
  return days > -1 ? Math.max(0, Math.floor(days)) : Math.floor(days);
}
