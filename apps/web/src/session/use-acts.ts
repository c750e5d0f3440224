import { doneEvent, type SessionEventBody, type SessionState } from "@stipple/protocol";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { newEvent } from "./new-event.ts";
import type { Outbox } from "./outbox.ts";
import { readySound } from "./sound.ts";
import { useUndoOffer } from "./use-undo-offer.ts";

export interface Acts {
  readonly act: (body: SessionEventBody) => void;
  /** What "done" stands for at this step; nothing where it stands for nothing. */
  readonly done: () => void;
  /** Takes back what was just done; absent when the moment has passed. */
  readonly undo: (() => void) | undefined;
}

/** The only ways a session goes on: an event is kept first, then everyone sees it. */
export function useActs(sessionId: string, outbox: Outbox, state: SessionState): Acts {
  const [undoId, forgetUndo] = useUndoOffer(state.undoable);
  useFreshRecords(state.step.kind);

  function act(body: SessionEventBody): void {
    readySound();
    outbox.append(newEvent(sessionId, outbox.read().events, body));
  }
  return {
    act,
    done: () => {
      const body = doneEvent(state);
      if (body) act(body);
    },
    undo:
      undoId === undefined
        ? undefined
        : () => {
            forgetUndo();
            act({ kind: "undone", eventId: undoId });
          },
  };
}

/** Other places read the session from the server: they look again once it has come a step further. */
function useFreshRecords(stepKind: string): void {
  const queryClient = useQueryClient();

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new kind of step is a reason to look again.
  useEffect(() => {
    for (const key of ["today", "history", "sessions", "devices"]) {
      void queryClient.invalidateQueries({ queryKey: [key], refetchType: "none" });
    }
  }, [stepKind, queryClient]);
}
