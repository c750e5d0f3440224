import type { SessionEvent } from "@stipple/protocol";
import { request } from "../ui/client.ts";
import type { EventsAccepted } from "../ui/contract.ts";
import { asProblem } from "../ui/problem.ts";
import { isOver } from "./is-over.ts";
import type { OutboxPorts, SendResult } from "./outbox.ts";

/** Statuses that may pass by themselves: no answer, too busy, disk full, server trouble. */
function mayPass(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}

async function send(sessionId: string, events: readonly SessionEvent[]): Promise<SendResult> {
  try {
    const { findings } = await request<EventsAccepted>(
      "POST",
      `/api/sessions/${encodeURIComponent(sessionId)}/events`,
      { events },
    );
    return { kind: "taken", findings };
  } catch (thrown) {
    const { status, message, action } = asProblem(thrown);
    return mayPass(status)
      ? { kind: "unreachable" }
      : { kind: "refused", says: message, nextStep: action };
  }
}

/** What an outbox needs of this browser. */
export function browserPorts(): OutboxPorts {
  return {
    storage: localStorage,
    send,
    isOver,
    later: (callback, ms) => {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
  };
}
