import { type RefObject, useEffect, useRef } from "react";

/** A ref whose element takes the focus each time `step` becomes another one. */
export function useFocusOnChange<Element extends HTMLElement>(
  step: string,
): RefObject<Element | null> {
  const target = useRef<Element>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step's name is the whole reason to move the focus.
  useEffect(() => target.current?.focus({ preventScroll: true }), [step]);
  return target;
}
