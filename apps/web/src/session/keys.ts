import { useEffect, useEffectEvent } from "react";

export interface SessionKeys {
  readonly done: () => void;
  readonly pause: () => void;
  readonly stop: () => void;
  readonly digit?: (digit: number) => void;
}

/** A control that the key itself belongs to: Space on a focused button presses that button. */
function ownsKey(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.closest("dialog[open]")) return true;
  if (target.matches("input, textarea, select")) return true;
  return (key === " " || key === "Enter") && target.closest("button, a") !== null;
}

/** Space done, P pause, S or Escape stop, digits for pain. */
export function useSessionKeys({ done, pause, stop, digit }: SessionKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (ownsKey(event.target, key)) return;
    if (key === " ") done();
    else if (key === "p" || key === "P") pause();
    else if (key === "s" || key === "S" || key === "Escape") stop();
    else if (digit && /^[0-9]$/.test(key)) digit(Number(key));
    else return;
    event.preventDefault();
  });

  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
