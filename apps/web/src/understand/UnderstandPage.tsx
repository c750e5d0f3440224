import { type Start, startingTreatment } from "@stipple/simulation";
import { useQuery } from "@tanstack/react-query";
import { memo, useCallback, useDeferredValue, useMemo, useState } from "react";
import actionClasses from "../ui/Action.module.css";
import { type DateStyle, dayOf, daysFromTo, todayHere } from "../ui/dates.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { answersQuery, currentPlanQuery, settingsQuery } from "../ui/queries.ts";
import { simulatorTexts } from "../ui/simulator/texts.ts";
import { useSimulated, useSimulatorWhileOpen } from "../ui/simulator/use-simulated.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { Absorption } from "./Absorption.tsx";
import { Basis } from "./Basis.tsx";
import { Closure } from "./Closure.tsx";
import { type Played, play, playedOf } from "./choices.ts";
import { Depth } from "./Depth.tsx";
import { HairForecast } from "./HairForecast.tsx";
import { Healing } from "./Healing.tsx";
import { PanelState } from "./PanelState.tsx";
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

  const style = useMemo(
    () => ({ locale: settings?.locale, timeZone: settings?.timeZone }),
    [settings?.locale, settings?.timeZone],
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
      <Chain start={start} style={style} />
    </Page>
  );
}

interface ChainProps {
  readonly start: Start;
  readonly style: DateStyle;
}

/** Every step of the chain, on what the person plays with; nothing at all for whom the model does not hold. */
function Chain({ start: { treatment: begun, firstAt }, style }: ChainProps) {
  useSimulatorWhileOpen();
  const scope = useSimulated("scope", { treatment: begun });
  const [change, setChange] = useState<Partial<Played>>({});
  const onPlay = useCallback(
    (more: Partial<Played>) => setChange((before) => ({ ...before, ...more })),
    [],
  );
  const played = useMemo(() => ({ ...playedOf(begun), ...change }), [begun, change]);
  const whole = useMemo(() => play(begun, played), [begun, played]);
  // Holes and healing do not know when the drug comes, channels not who rolled: they are not worked out again for it.
  const { needleLengthUm, rolls, pattern, delayMin } = played;
  const rolled = useMemo(() => {
    const { delayMin: begunDelayMin } = playedOf(begun);
    return play(begun, { needleLengthUm, rolls, pattern, delayMin: begunDelayMin });
  }, [begun, needleLengthUm, rolls, pattern]);
  const waited = useMemo(() => play(begun, { ...playedOf(begun), delayMin }), [begun, delayMin]);
  // The steps under the finger follow first, those further down right after.
  const laterRolled = useDeferredValue(rolled);
  const laterWhole = useDeferredValue(whole);

  const calendar = useMemo(
    () => (firstAt ? calendarFrom(firstAt, style.timeZone) : undefined),
    [firstAt, style.timeZone],
  );

  if (scope.refusal) {
    return (
      <Panel title={simulatorTexts.refusedTitle} tone="mind">
        <p>{scope.refusal.says}</p>
        <p className={classes.soft}>{scope.refusal.nextStep}</p>
      </Panel>
    );
  }
  if (!scope.answer) return <PanelState title={simulatorTexts.working} simulated={scope} />;

  const needle = { needleLengthUm, onPlay };
  return (
    <>
      <PuncturesStep {...needle} treatment={rolled} rolls={rolls} pattern={pattern} />
      <DepthStep {...needle} treatment={rolled} />
      <ClosureStep treatment={waited} delayMin={delayMin} onPlay={onPlay} />
      <AbsorptionStep treatment={laterWhole} delayMin={delayMin} onPlay={onPlay} />
      <HealingStep treatment={laterRolled} calendar={calendar} style={style} />
      <HairForecastStep treatment={laterWhole} />
      <WhatIfStep treatment={laterWhole} />
      {JSON.stringify(played) !== JSON.stringify(playedOf(begun)) && (
        <Changed onReset={() => setChange({})} />
      )}
    </>
  );
}

// A step whose own numbers stay is not rendered again while another's slider moves.
const PuncturesStep = memo(Punctures);
const DepthStep = memo(Depth);
const ClosureStep = memo(Closure);
const AbsorptionStep = memo(Absorption);
const HealingStep = memo(Healing);
const HairForecastStep = memo(HairForecast);
const WhatIfStep = memo(WhatIf);

function Changed({ onReset }: { readonly onReset: () => void }) {
  return (
    <div className={classes.changed} role="status">
      <p className={classes.changedWords}>{understandTexts.changed}</p>
      <button type="button" className={actionClasses.action} data-weight="quiet" onClick={onReset}>
        {understandTexts.reset}
      </button>
    </div>
  );
}

/** Day 0 in the calendar of the person's time zone, and which day today is. */
function calendarFrom(firstAt: string, timeZone: string | undefined) {
  const firstDay = dayOf(firstAt, timeZone);
  return { firstDay, todayDay: daysFromTo(firstDay, todayHere(timeZone)) };
}
