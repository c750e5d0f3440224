import { Button } from "@mantine/core";
import type { GuardFinding, PartZoneId, Plan } from "@stipple/protocol";
import { IconCheck, IconHandStop } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ActionLink } from "../ui/ActionLink.tsx";
import { request } from "../ui/client.ts";
import type { DeviceRow, SavedPlan, Today } from "../ui/contract.ts";
import { withLocalDays } from "../ui/dates.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { newId } from "../ui/new-id.ts";
import { Page } from "../ui/Page.tsx";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { currentPlanQuery, devicesQuery } from "../ui/queries.ts";
import { SwitchRow } from "../ui/SwitchRow.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import classes from "./BeforeSession.module.css";
import { useChannels } from "./channels.ts";
import { DeviceChoice } from "./DeviceChoice.tsx";
import { newEvent } from "./new-event.ts";
import { keepEvent, keepKnown, keepPlan } from "./record.ts";
import { readySound } from "./sound.ts";
import { sessionTexts } from "./texts.ts";
import { ZoneChoice } from "./ZoneChoice.tsx";

const texts = sessionTexts.before;

/** Before the first check: which roller, which zones, and whether a session may begin at all. */
export function BeforeSession({ today }: { readonly today: Today }) {
  const plan = useQuery(currentPlanQuery);
  const devices = useQuery(devicesQuery);
  const error = plan.error ?? devices.error;

  if (error) {
    return (
      <Page title={texts.title}>
        <ProblemNotice
          problem={error}
          onRetry={() => {
            void plan.refetch();
            void devices.refetch();
          }}
        />
      </Page>
    );
  }
  if (plan.data === undefined || devices.data === undefined) return <Waiting />;
  if (plan.data === null) {
    return (
      <Page title={texts.title}>
        <EmptyState
          says={texts.noPlan}
          action={<ActionLink to="/plan">{texts.makePlan}</ActionLink>}
        />
      </Page>
    );
  }
  return <Preparation today={today} saved={plan.data} devices={devices.data.devices} />;
}

interface PreparationProps {
  readonly today: Today;
  readonly saved: SavedPlan;
  readonly devices: readonly DeviceRow[];
}

/** Zones that the schedule opens now; all of the plan's when it says nothing. */
function openZones({ next }: Today, plan: Plan): readonly PartZoneId[] {
  const due = next?.kind === "next" ? next.zones.map(({ zone }) => zone) : [];
  const planned = plan.zones.filter((zone) => due.includes(zone));
  return planned.length > 0 ? planned : plan.zones;
}

/** A roller that may be used and whose length lies in the plan's range. */
function suits({ device, state }: DeviceRow, plan: Plan): boolean {
  const [minUm, maxUm] = plan.needle.rangeUm.value;
  return (
    state.fitness !== "blocked" && device.needleLengthUm >= minUm && device.needleLengthUm <= maxUm
  );
}

function Preparation({ today, saved, devices }: PreparationProps) {
  const { plan } = saved;
  const [zones, setZones] = useState(() => openZones(today, plan));
  const [deviceId, setDeviceId] = useState(
    () => devices.find((row) => suits(row, plan))?.device.id,
  );
  const start = useStart(saved);
  const chosen = devices.find(({ device }) => device.id === deviceId);
  const check = useQuery({
    queryKey: ["session-check", deviceId, ...zones],
    queryFn: () =>
      request<{ readonly findings: readonly GuardFinding[] }>("POST", "/api/sessions/check", {
        deviceId,
        zones,
      }),
    enabled: deviceId !== undefined && zones.length > 0,
    staleTime: 0,
    gcTime: 0,
  });
  const isOpen = check.data?.findings.length === 0 && zones.length > 0 && chosen !== undefined;
  const sectionCount = plan.sections.filter(({ zone }) => zones.includes(zone)).length;
  const minutes = Math.max(
    1,
    Math.round((plan.sessionMin.value * sectionCount) / Math.max(1, plan.sections.length)),
  );

  return (
    <Page
      title={texts.title}
      lead={texts.lead}
      aside={
        <>
          <LayOut />
          <HandsFree />
          {check.error && (
            <ProblemNotice problem={check.error} onRetry={() => void check.refetch()} />
          )}
          {check.data && check.data.findings.length > 0 && (
            <Findings findings={check.data.findings} />
          )}
          <div className={classes.start}>
            <Button
              size="xl"
              fullWidth
              disabled={!isOpen}
              loading={check.isFetching && !check.data}
              onClick={() => chosen && start(chosen, zones)}
            >
              {texts.start}
            </Button>
            {isOpen && <p>{texts.startHint}</p>}
            <ActionLink to="/today" weight="quiet">
              {sessionTexts.otherTab.back}
            </ActionLink>
          </div>
        </>
      }
    >
      <DeviceChoice
        plan={plan}
        devices={devices}
        suits={(row) => suits(row, plan)}
        chosenId={deviceId}
        onChoose={setDeviceId}
      />
      <ZoneChoice plan={plan} zones={zones} onChange={setZones}>
        {zones.length === 0 ? texts.noZone : texts.sections(sectionCount, minutes)}
      </ZoneChoice>
    </Page>
  );
}

/** Writes the first event into this browser, then opens the session from there: it never depends on the network. */
function useStart({ id: planId, plan }: SavedPlan) {
  const navigate = useNavigate();

  return ({ device }: DeviceRow, zones: readonly PartZoneId[]) => {
    readySound();
    const sessionId = newId();
    const started = newEvent(sessionId, [], {
      kind: "started",
      planId,
      deviceId: device.id,
      needleLengthUm: device.needleLengthUm,
      setting: plan.setting,
      zones: [...zones],
      sectionIds: plan.sections.filter(({ zone }) => zones.includes(zone)).map(({ id }) => id),
      timeZone: plan.timeZone,
    });
    const isKept =
      keepPlan(localStorage, sessionId, plan) &&
      keepEvent(localStorage, started, 0) &&
      keepKnown(localStorage, sessionId, new Set());
    void navigator.storage?.persist?.();
    const open = () => navigate({ to: "/session/$id", params: { id: sessionId }, replace: true });
    if (isKept) return void open();
    void request("POST", `/api/sessions/${sessionId}/events`, { events: [started] }).then(open);
  };
}

function Findings({ findings }: { readonly findings: readonly GuardFinding[] }) {
  return (
    <Panel tone="stop" title={texts.notNow}>
      <ul className={classes.findings}>
        {findings.map(({ code, says, nextStep }) => (
          <li key={code}>
            <IconHandStop size={22} stroke={1.75} aria-hidden />
            <p>
              <strong>{withLocalDays(says)}</strong> {withLocalDays(nextStep)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** Whether the session counts by itself; the other channels are one tap away inside it. */
function HandsFree() {
  const [channels, changeChannels] = useChannels();
  return (
    <Panel>
      <SwitchRow
        label={texts.handsFree}
        hint={texts.handsFreeHint}
        checked={channels.autoAdvance}
        onChange={(autoAdvance) => changeChannels({ autoAdvance })}
      />
    </Panel>
  );
}

function LayOut() {
  return (
    <Panel tone="quiet" title={texts.ready}>
      <ul className={classes.ready}>
        {texts.readyItems.map((thing) => (
          <li key={thing}>
            <IconCheck size={20} stroke={2} aria-hidden />
            {thing}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
