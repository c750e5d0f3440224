import { browserPorts } from "./browser-ports.ts";
import { openPump } from "./kept-pump.ts";
import type { Outbox } from "./outbox.ts";

/** Sends again when the network is back and when the person comes back to the tab; returns the way to end it. */
export function sendOnReturn({ sendNow }: Pick<Outbox, "sendNow">): () => void {
  const onReturn = () => {
    if (document.visibilityState === "visible") sendNow();
  };
  window.addEventListener("online", sendNow);
  document.addEventListener("visibilitychange", onReturn);
  return () => {
    window.removeEventListener("online", sendNow);
    document.removeEventListener("visibilitychange", onReturn);
  };
}

/** The one pump of this tab. */
export const keptPump = openPump(browserPorts());
