export type TabRole = "asking" | "leads" | "follows";

const lockName = "stipple-session";
/** A tab that is just closing gives its lock back within this time. */
const patienceMs = 400;

export interface TabLead {
  /** Takes the lead from the other tab, which is told. */
  readonly takeOver: () => void;
  readonly leave: () => void;
}

/**
 * Lets one tab at a time guide a session. A second tab "follows"; it leads as soon as the first is
 * closed, or when it takes over. Without Web Locks (an address that is not secure) the tab leads.
 */
export function leadAlone(onRole: (role: TabRole) => void): TabLead {
  if (typeof navigator === "undefined" || !("locks" in navigator)) {
    onRole("leads");
    return { takeOver: () => undefined, leave: () => undefined };
  }

  let isGone = false;
  let letGo: (() => void) | undefined;
  const waiting = new AbortController();
  const patience = setTimeout(() => onRole("follows"), patienceMs);

  function hold(): Promise<void> | undefined {
    clearTimeout(patience);
    if (isGone) return undefined;
    onRole("leads");
    return new Promise<void>((resolve) => {
      letGo = resolve;
    });
  }
  function lost(): void {
    if (!isGone && letGo !== undefined) onRole("follows");
  }

  navigator.locks.request(lockName, { signal: waiting.signal }, hold).catch(lost);
  return {
    takeOver: () => {
      waiting.abort();
      navigator.locks.request(lockName, { steal: true }, hold).catch(lost);
    },
    leave: () => {
      isGone = true;
      clearTimeout(patience);
      waiting.abort();
      letGo?.();
    },
  };
}
