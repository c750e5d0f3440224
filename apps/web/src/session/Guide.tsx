import { guideSession, type Plan, type SessionEvent, type SessionState } from "@stipple/protocol";
import { useMemo, useState } from "react";
import type { Channels } from "../ui/own-channels.ts";
import { Waiting } from "../ui/Waiting.tsx";
import { useAreChannelsKnown, useChannels } from "./channels.ts";
import { useSessionKeys } from "./keys.ts";
import { Notices } from "./Notices.tsx";
import type { Outbox } from "./outbox.ts";
import { paceOf } from "./pace.ts";
import type { KeptSession } from "./record.ts";
import { SessionSteps } from "./SessionSteps.tsx";
import { Tools } from "./Tools.tsx";
import { type Acts, useActs } from "./use-acts.ts";
import { useCues, useWakeLock } from "./use-cues.ts";
import { useKeptPerson } from "./use-kept-person.ts";
import { useOutbox, useOutboxState } from "./use-outbox.ts";
import { type Pacing, usePacing } from "./use-pacing.ts";

/** A session that has begun, from its record in this browser. */
export function Guide({ session }: { readonly session: KeptSession }) {
  const outbox = useOutbox(session);
  const areChannelsKnown = useAreChannelsKnown();
  return outbox && areChannelsKnown ? (
    <OpenSession sessionId={session.sessionId} outbox={outbox} />
  ) : (
    <Waiting />
  );
}

interface OpenSessionProps {
  readonly sessionId: string;
  readonly outbox: Outbox;
}

function OpenSession({ sessionId, outbox }: OpenSessionProps) {
  const kept = useOutboxState(outbox);
  const { plan, events } = kept;
  const state = useMemo(() => guideSession(plan, events), [plan, events]);
  const [channels, changeChannels] = useChannels();
  const [isSheetOpen, setSheetOpen] = useState(false);
  const acts = useActs(sessionId, outbox, state);
  const wakeLock = useWakeLock(!["closed", "blocked"].includes(state.step.kind));
  const { cue, sayCount, line } = useCues(state, channels);
  const pacing = useRollPacing({
    plan,
    events,
    state,
    isOn: channels.autoAdvance && !isSheetOpen,
    onRoll: sayCount,
    onOver: acts.done,
  });
  useRollKeys(state, acts);
  const person = useKeptPerson(sessionId, events);

  return (
    <SessionSteps
      {...{ plan, events, state, acts, pacing, line, person }}
      autoAdvance={channels.autoAdvance}
      onTimerOver={() => cue("done")}
      tools={
        <SessionTools {...{ channels, changeChannels, wakeLock }} onOpenChange={setSheetOpen} />
      }
      notices={<Notices outbox={kept} says={state.notices} onSendAgain={outbox.sendNow} />}
    />
  );
}

interface SessionToolsProps {
  readonly channels: Channels;
  readonly changeChannels: (change: Partial<Channels>) => void;
  readonly wakeLock: ReturnType<typeof useWakeLock>;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** After the sheet the hand is back at the main target, so that Space means "done" again. */
function SessionTools({ channels, changeChannels, wakeLock, onOpenChange }: SessionToolsProps) {
  return (
    <Tools
      channels={channels}
      onChange={changeChannels}
      wakeLock={wakeLock}
      onOpenChange={(isOpen) => {
        onOpenChange(isOpen);
        if (isOpen) return;
        requestAnimationFrame(() =>
          document.querySelector<HTMLElement>('button[data-look="main"]')?.focus(),
        );
      }}
    />
  );
}

interface RollPacingInput {
  readonly plan: Plan;
  readonly events: readonly SessionEvent[];
  readonly state: SessionState;
  readonly isOn: boolean;
  readonly onRoll: (rollsLeft: number) => void;
  readonly onOver: () => void;
}

/** The plan's pace for the direction that is due; taking something back starts its count anew. */
function useRollPacing({ plan, events, state, isOn, onRoll, onOver }: RollPacingInput): Pacing {
  const rolling = state.step.kind === "roll" ? state.step : undefined;
  const undoneCount = events.filter(({ kind }) => kind === "undone").length;
  return usePacing({
    name: rolling && `${rolling.section.id}/${rolling.direction}/${undoneCount}`,
    pace: paceOf({
      rolls: rolling?.rollsLeft ?? 1,
      paceCmPerS: plan.stroke.paceCmPerS.value,
      isNewSection: rolling?.direction === 0,
    }),
    isRunning: rolling !== undefined && isOn,
    onRoll,
    onOver,
  });
}

/** Space, P, S and Escape where rolling is under way; other steps bring their own keys. */
function useRollKeys({ step }: SessionState, { act, done }: Acts): void {
  const isRolling = step.kind === "roll";
  const isPaused = step.kind === "paused";
  useSessionKeys({
    done: () => {
      if (isRolling || isPaused) done();
    },
    pause: () => {
      if (isRolling) act({ kind: "paused" });
      else if (isPaused) act({ kind: "resumed" });
    },
    stop: () => {
      if (isRolling || isPaused || step.kind === "gate") act({ kind: "stopped", why: "person" });
    },
  });
}
