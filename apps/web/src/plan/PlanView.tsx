import type { Plan } from "@stipple/protocol";
import { IconAlertOctagon } from "@tabler/icons-react";
import actionClasses from "../ui/Action.module.css";
import { formatLongDay } from "../ui/dates.ts";
import { HeadMap } from "../ui/HeadMap.tsx";
import pageClasses from "../ui/Page.module.css";
import { Panel } from "../ui/Panel.tsx";
import { StudiedBadge } from "../ui/StudiedBadge.tsx";
import { useKeptFocus } from "../ui/use-kept-focus.ts";
import { Why } from "../ui/Why.tsx";
import { ArticleBeside } from "./ArticleBeside.tsx";
import { ChangedWishes } from "./ChangedWishes.tsx";
import { PlanCalendar } from "./PlanCalendar.tsx";
import { PlanNumbers } from "./PlanNumbers.tsx";
import { PlanSentence } from "./PlanSentence.tsx";
import classes from "./PlanView.module.css";
import { TopicalPictureWhenSeen } from "./TopicalPictureWhenSeen.tsx";
import { TopicalSchedule } from "./TopicalSchedule.tsx";
import { planTexts as texts } from "./texts.ts";

interface PlanViewProps {
  readonly plan: Plan;
  readonly locale: string | undefined;
  readonly weekStartsOn: number | undefined;
  readonly onChange: () => void;
}

/** The whole plan, opened by its sentence. */
export function PlanView({ plan, locale, weekStartsOn, onChange }: PlanViewProps) {
  const heading = useKeptFocus();

  return (
    <div className={pageClasses.page}>
      <header className={`${pageClasses.head} ${classes.opening}`}>
        <h1 ref={heading} tabIndex={-1} className={classes.eyebrow}>
          {texts.title}
        </h1>
        <p className={classes.sentence}>
          <PlanSentence plan={plan} />
        </p>
        <div>
          <button
            type="button"
            className={actionClasses.action}
            data-weight="quiet"
            onClick={onChange}
          >
            {texts.change}
          </button>
        </div>
      </header>
      <div className={pageClasses.columns} data-two>
        <div className={pageClasses.main}>
          <ChangedWishes wishes={plan.changedWishes} />
          <PlanCalendar plan={plan} locale={locale} weekStartsOn={weekStartsOn} />
          <PlanNumbers plan={plan} />
          <TopicalSchedule topicals={plan.topicals} />
          {plan.topicalTiming.value !== "none" && <TopicalPictureWhenSeen plan={plan} />}
          <ArticleBeside plan={plan} />
          <Lines title={texts.hygiene} lines={plan.hygiene} />
        </div>
        <div className={pageClasses.aside}>
          <Where plan={plan} />
          <StopRules plan={plan} />
          <Studied plan={plan} />
          <Reviews plan={plan} locale={locale} />
        </div>
      </div>
    </div>
  );
}

function Where({ plan: { sections } }: { readonly plan: Plan }) {
  const planned = Object.fromEntries(sections.map(({ id }) => [id, "planned" as const]));
  return (
    <Panel title={texts.where}>
      <div className={classes.map}>
        <HeadMap mode="show" statuses={planned} />
      </div>
      <p className={classes.soft}>{texts.numbers.sections(sections.length)}</p>
    </Panel>
  );
}

function StopRules({ plan: { stopRules } }: { readonly plan: Plan }) {
  return (
    <Panel
      tone="stop"
      title={
        <>
          <IconAlertOctagon size={22} stroke={1.9} aria-hidden /> {texts.stop}
        </>
      }
    >
      <ul className={classes.lines}>
        {stopRules.map(({ when, decidedBy }) => (
          <li key={when} className={classes.line}>
            <p>{when}</p>
            <Why decidedBy={decidedBy} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Studied({ plan: { studiedRange } }: { readonly plan: Plan }) {
  return (
    <Panel title={texts.studied}>
      {studiedRange.map(({ aspect, inside, says, decidedBy }) => (
        <div key={aspect} className={classes.studied}>
          <h3>{texts.aspects[aspect]}</h3>
          <StudiedBadge inside={inside} />
          <p className={classes.soft}>{says}</p>
          <Why decidedBy={decidedBy} />
        </div>
      ))}
    </Panel>
  );
}

function Reviews({
  plan: { reviews },
  locale,
}: {
  readonly plan: Plan;
  readonly locale: string | undefined;
}) {
  return (
    <Panel title={texts.reviews}>
      <ul className={classes.lines}>
        {reviews.map(({ week, on, says, decidedBy }) => (
          <li key={week} className={classes.line}>
            <p>
              <span className={classes.when}>
                {texts.week(week)} · {formatLongDay(on, { locale })}
              </span>
              {says}
            </p>
            <Why decidedBy={decidedBy} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Lines({ title, lines }: { readonly title: string; readonly lines: Plan["hygiene"] }) {
  return (
    <Panel title={title}>
      <ol className={classes.lines}>
        {lines.map(({ says, decidedBy }) => (
          <li key={says} className={classes.line}>
            <p>{says}</p>
            <Why decidedBy={decidedBy} />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
