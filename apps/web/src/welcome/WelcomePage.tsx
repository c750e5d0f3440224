import { IconLock } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import { Whorl } from "../ui/drawings/Whorl.tsx";
import { Panel } from "../ui/Panel.tsx";
import { answersQuery, todayQuery } from "../ui/queries.ts";
import { welcomeTexts as texts } from "./texts.ts";
import classes from "./WelcomePage.module.css";

const Steps = lazy(() => import("./Steps.tsx").then(({ Steps }) => ({ default: Steps })));

/** The first screen. With a plan it steps aside for Today, unless the person asked what Stipple does. */
export function WelcomePage() {
  const search: { readonly about?: unknown } = useSearch({ strict: false });
  const today = useQuery(todayQuery);
  const answers = useQuery(answersQuery);

  if (today.data?.planId !== undefined && !search.about) return <Navigate to="/today" replace />;

  return (
    <div className={classes.page}>
      <div className={classes.hero}>
        <div className={classes.mark}>
          <Whorl size="100%" count={340} title={texts.whorl} />
        </div>
        <div className={classes.words}>
          <h1>{texts.title}</h1>
          <p className={classes.lead}>{texts.lead}</p>
          <NextStep
            hasPlan={today.data?.planId !== undefined}
            isAssessed={today.data?.assessment !== undefined}
            hasDraft={Object.keys(answers.data?.answers ?? {}).length > 0}
          />
        </div>
      </div>
      <section className={classes.section} aria-labelledby="steps">
        <h2 id="steps">{texts.stepsTitle}</h2>
        <Suspense fallback={<div className={classes.drawing} />}>
          <Steps />
        </Suspense>
      </section>
      <div className={classes.two}>
        <Panel title={texts.honestTitle}>
          <ul className={classes.list}>
            {texts.honest.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
        <Panel title={texts.safetyTitle} tone="mind">
          <ul className={`${classes.list} ${classes.mind}`}>
            {texts.safety.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Panel>
      </div>
      <p className={classes.privacy}>
        <IconLock size={20} stroke={1.6} aria-hidden />
        {texts.privacy}
      </p>
    </div>
  );
}

interface NextStepProps {
  readonly hasPlan: boolean;
  readonly isAssessed: boolean;
  readonly hasDraft: boolean;
}

/** The one thing to do from here. */
function NextStep({ hasPlan, isAssessed, hasDraft }: NextStepProps) {
  const [to, label, note] = hasPlan
    ? (["/today", texts.today, ""] as const)
    : isAssessed
      ? (["/plan", texts.makePlan, ""] as const)
      : hasDraft
        ? (["/assess", texts.proceed, texts.proceedNote] as const)
        : (["/assess", texts.start, texts.startNote] as const);

  return (
    <div className={classes.actions}>
      <ActionLink to={to} weight="large">
        {label}
      </ActionLink>
      {note && <span className={classes.note}>{note}</span>}
    </div>
  );
}
