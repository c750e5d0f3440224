import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import type { SessionRecord } from "../ui/contract.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Page } from "../ui/Page.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { asProblem } from "../ui/problem.ts";
import { currentPlanQuery, planQuery, sessionQuery, todayQuery } from "../ui/queries.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { BeforeSession } from "./BeforeSession.tsx";
import { Guide } from "./Guide.tsx";
import { isUnderWay } from "./is-over.ts";
import { joinKept } from "./outbox.ts";
import { type KeptSession, keptSessionIds, readKept } from "./record.ts";
import { SendingFirst } from "./SendingFirst.tsx";
import { leadAlone, type TabLead, type TabRole } from "./tab-lead.ts";
import { sessionTexts } from "./texts.ts";

/** The guided session: goes on with an open one, from this browser or the server, or begins a new one. */
export function SessionPage() {
  const { id } = useParams({ strict: false });
  const { role, takeOver } = useTabRole();

  if (role === "asking") return <Waiting />;
  if (role === "follows") return <OtherTab onTakeOver={takeOver} />;
  return id === undefined ? <FindSession /> : <SessionById key={id} id={id} />;
}

function useTabRole(): { readonly role: TabRole; readonly takeOver: () => void } {
  const [role, setRole] = useState<TabRole>("asking");
  const lead = useRef<TabLead>(undefined);

  useEffect(() => {
    lead.current = leadAlone(setRole);
    return () => lead.current?.leave();
  }, []);
  return { role, takeOver: () => lead.current?.takeOver() };
}

function OtherTab({ onTakeOver }: { readonly onTakeOver: () => void }) {
  return (
    <Page title={sessionTexts.otherTab.title} lead={sessionTexts.otherTab.says}>
      <div>
        <Button size="lg" onClick={onTakeOver}>
          {sessionTexts.otherTab.takeOver}
        </Button>
      </div>
      <div>
        <ActionLink to="/today" weight="quiet">
          {sessionTexts.otherTab.back}
        </ActionLink>
      </div>
    </Page>
  );
}

/** The newest session this browser holds that is not over. */
function openKeptId(): string | undefined {
  const open = keptSessionIds(localStorage)
    .flatMap((sessionId) => readKept(localStorage, sessionId) ?? [])
    .filter(({ plan, events }) => isUnderWay(plan, events));
  const newest = open.toSorted((a, b) =>
    (a.events[0]?.at ?? "").localeCompare(b.events[0]?.at ?? ""),
  );
  return newest.at(-1)?.sessionId;
}

/** No address: the open session if there is one, else a new one. Works without the server when this browser holds one. */
function FindSession() {
  const navigate = useNavigate();
  const [keptId] = useState(openKeptId);
  const {
    data: today,
    error,
    refetch,
  } = useQuery({ ...todayQuery, enabled: keptId === undefined });
  const openId = keptId ?? today?.openSession?.sessionId;

  useEffect(() => {
    if (openId) void navigate({ to: "/session/$id", params: { id: openId }, replace: true });
  }, [openId, navigate]);

  if (error) {
    return (
      <Page title={sessionTexts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
      </Page>
    );
  }
  if (today === undefined || openId !== undefined) return <Waiting />;
  return (
    <SendingFirst>
      <BeforeSession today={today} />
    </SendingFirst>
  );
}

function SessionById({ id }: { readonly id: string }) {
  const [kept] = useState(() => {
    const session = readKept(localStorage, id);
    return session && session.events.length > 0 ? session : undefined;
  });
  return kept ? <Guide session={kept} /> : <SessionFromServer id={id} />;
}

function SessionFromServer({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery({
    ...sessionQuery(id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const [first, setFirst] = useState<SessionRecord>();
  useEffect(() => setFirst((known) => known ?? data), [data]);

  if (error && asProblem(error).status === 404) return <NoSession />;
  if (error) {
    return (
      <Page title={sessionTexts.title}>
        <ProblemNotice problem={error} onRetry={() => void refetch()} />
        <div>
          <ActionLink to="/today" weight="quiet">
            {sessionTexts.notFound.back}
          </ActionLink>
        </div>
      </Page>
    );
  }
  return first ? <ServerSession record={first} /> : <Waiting />;
}

/** A record joined with what this browser kept of it. A record without its plan follows the plan in force. */
function ServerSession({ record }: { readonly record: SessionRecord }) {
  const ownPlan = useQuery({
    ...planQuery(record.planId ?? ""),
    enabled: record.plan === undefined && record.planId !== undefined,
  });
  const current = useQuery({
    ...currentPlanQuery,
    enabled: record.plan === undefined && record.planId === undefined,
  });
  const plan = record.plan ?? ownPlan.data?.plan ?? current.data?.plan;
  const session = useMemo<KeptSession | undefined>(
    () => plan && joinKept(localStorage, { ...record, plan }),
    [plan, record],
  );

  if (session) return <Guide session={session} />;
  return current.data === null || ownPlan.error ? <NoSession /> : <Waiting />;
}

function NoSession() {
  return (
    <Page title={sessionTexts.title}>
      <EmptyState
        says={sessionTexts.notFound.says}
        action={<ActionLink to="/today">{sessionTexts.notFound.back}</ActionLink>}
      />
    </Page>
  );
}
