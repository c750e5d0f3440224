import { useEffect, useState } from "react";

/** Undo is offered this long after an act. */
const undoForMs = 10_000;

/** The event that "undo" takes back, for some seconds after it happened; and a way to end the offer. */
export function useUndoOffer(
  undoable: string | undefined,
): readonly [string | undefined, () => void] {
  const [over, setOver] = useState(undoable);

  useEffect(() => {
    if (undoable === undefined) return;
    const timer = setTimeout(() => setOver(undoable), undoForMs);
    return () => clearTimeout(timer);
  }, [undoable]);

  return [undoable === over ? undefined : undoable, () => setOver(undoable)];
}
