import { useEffect, useState } from "react";

/** The wall clock, read again every `everyMs`, and at once when the tab comes back into view. */
export function useNowMs(everyMs: number): number {
  const [nowMs, setNowMs] = useState(() => Date.now());

  useEffect(() => {
    const read = () => setNowMs(Date.now());
    const timer = setInterval(read, everyMs);
    document.addEventListener("visibilitychange", read);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", read);
    };
  }, [everyMs]);

  return nowMs;
}
