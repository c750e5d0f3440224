import { Button } from "@mantine/core";
import type { NextSession } from "@stipple/protocol";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import { type DateStyle, formatLongDay, formatMoment } from "../ui/dates.ts";
import { Whorl } from "../ui/drawings/Whorl.tsx";
import { HeadMap, type SectionStatus } from "../ui/HeadMap.tsx";
import { currentPlanQuery } from "../ui/queries.ts";
import { Why } from "../ui/Why.tsx";
import classes from "./DoNow.module.css";
import { HeldNow } from "./HeldNow.tsx";
import { todayTexts } from "./texts.ts";
import type { WhatNow } from "./what-now.ts";

interface DoNowProps {
  readonly now: WhatNow;
  readonly style: DateStyle;
  readonly onMove: (next: NextSession) => void;
}

/** The one thing to do now, why, and until when. */
export function DoNow({ now, style, onMove }: DoNowProps) {
  const texts = todayTexts;
  switch (now.kind) {
    case "held":
      return <HeldNow hold={now.hold} style={style} />;
    case "open-session":
      return (
        <Hero
          title={texts.open.title}
          says={texts.open.says}
          when={texts.open.since(formatMoment(now.startedAt, style))}
          action={
            <ActionLink to="/session/$id" params={{ id: now.sessionId }} weight="large">
              {texts.open.action}
            </ActionLink>
          }
        />
      );
    case "assess":
    case "assess-again":
    case "not-open":
    case "make-plan":
    case "add-device":
    case "ready-device":
      return <SetUpNow now={now} style={style} />;
    case "check-in":
      return (
        <Hero
          title={texts.checkIn.title}
          says={texts.checkIn.says(texts.slots[now.slot])}
          when={texts.checkIn.due(formatMoment(now.dueAt, style))}
          action={<Go to="/aftercare">{texts.checkIn.action}</Go>}
        />
      );
    case "roll":
    case "rest":
      return <SessionNow now={now} style={style} onMove={onMove} />;
    case "none":
      return (
        <Hero
          title={now.next.kind === "finished" ? texts.finished.title : now.next.says}
          says={now.next.kind === "finished" ? now.next.says : now.next.nextStep}
          action={
            now.next.kind === "time-uncertain" ? (
              <Go to="/settings">{texts.uncertain.action}</Go>
            ) : (
              <Go to="/plan">{texts.finished.action}</Go>
            )
          }
        />
      );
  }
}

interface SetUpNowProps {
  readonly now: Extract<
    WhatNow,
    {
      readonly kind:
        | "assess"
        | "assess-again"
        | "not-open"
        | "make-plan"
        | "add-device"
        | "ready-device";
    }
  >;
  readonly style: DateStyle;
}

/** What is missing before there can be a session. */
function SetUpNow({ now, style }: SetUpNowProps) {
  const texts = todayTexts;
  switch (now.kind) {
    case "assess":
      return <Hero {...texts.assess} action={<Go to="/assess">{texts.assess.action}</Go>} />;
    case "assess-again":
      return (
        <Hero
          title={texts.expired.title}
          says={texts.expired.says(formatLongDay(now.expiredOn, style))}
          action={<Go to="/assess">{texts.expired.action}</Go>}
        />
      );
    case "not-open":
      return (
        <Hero
          title={now.headline}
          says={now.nextStep}
          when={now.waitUntil && texts.notOpen.until(formatLongDay(now.waitUntil, style))}
          action={<Go to="/assess">{texts.notOpen.action}</Go>}
        />
      );
    case "make-plan":
      return <Hero {...texts.plan} action={<Go to="/plan">{texts.plan.action}</Go>} />;
    case "add-device":
      return <Hero {...texts.device} action={<Go to="/devices">{texts.device.action}</Go>} />;
    case "ready-device":
      return (
        <Hero
          title={texts.device.notReady}
          says={`${now.name}: ${now.says} ${now.nextStep}`}
          action={<Go to="/devices">{texts.device.see}</Go>}
        />
      );
  }
}

interface SessionNowProps {
  readonly now: Extract<WhatNow, { readonly kind: "roll" | "rest" }>;
  readonly style: DateStyle;
  readonly onMove: (next: NextSession) => void;
}

function SessionNow({ now, style, onMove }: SessionNowProps) {
  const texts = todayTexts;
  const { next } = now;
  const isDue = now.kind === "roll";
  const move = (
    <Button variant={isDue ? "subtle" : "outline"} onClick={() => onMove(next)}>
      {texts.rest.move}
    </Button>
  );

  return (
    <Hero
      isQuiet={!isDue}
      title={isDue ? texts.roll.due : texts.rest.title}
      says={
        isDue
          ? texts.roll.latest(formatMoment(next.latest, style))
          : texts.rest.says(formatMoment(next.ideal, style))
      }
      when={
        isDue
          ? formatMoment(next.ideal, style)
          : texts.rest.possible(formatMoment(next.earliest, style))
      }
      note={next.missed > 0 ? texts.roll.missed(next.missed) : undefined}
      drawing={<ZonesOf next={next} />}
      action={
        <>
          {isDue && <Go to="/session">{texts.roll.action}</Go>}
          {!isDue && now.mayStart && (
            <ActionLink to="/session" weight="quiet">
              {texts.rest.action}
            </ActionLink>
          )}
          {move}
          <Why decidedBy={next.decidedBy} />
        </>
      }
    />
  );
}

/** Which part of the head the next session is for. */
function ZonesOf({ next }: { readonly next: NextSession }) {
  const { data } = useQuery(currentPlanQuery);
  if (!data) return <Whorl size={220} />;
  const zones = next.zones.map(({ zone }) => zone);
  const statuses = Object.fromEntries(
    data.plan.sections
      .filter(({ zone }) => zones.length === 0 || zones.includes(zone))
      .map(({ id }): [string, SectionStatus] => [id, "waiting"]),
  );
  return <HeadMap mode="show" isStill statuses={statuses} />;
}

interface HeroProps {
  readonly title: string;
  readonly says: string;
  readonly when?: string | undefined;
  readonly note?: string | undefined;
  readonly action: ReactNode;
  readonly drawing?: ReactNode;
  readonly isQuiet?: boolean;
}

function Hero({ title, says, when, note, action, drawing, isQuiet }: HeroProps) {
  return (
    <section
      className={classes.hero}
      aria-labelledby="do-now"
      data-quiet={isQuiet || undefined}
      data-map={drawing ? true : undefined}
    >
      <div className={classes.words}>
        {when && <p className={classes.when}>{when}</p>}
        <h2 id="do-now" className={classes.title}>
          {title}
        </h2>
        <p className={classes.says}>{says}</p>
        {note && <p className={classes.says}>{note}</p>}
        <div className={classes.actions}>{action}</div>
      </div>
      <div className={classes.drawing}>{drawing ?? <Whorl size={220} />}</div>
    </section>
  );
}

interface GoProps {
  readonly to: "/assess" | "/plan" | "/devices" | "/aftercare" | "/session" | "/settings";
  readonly children: ReactNode;
}

function Go({ to, children }: GoProps) {
  return (
    <ActionLink to={to} weight="large">
      {children}
    </ActionLink>
  );
}
