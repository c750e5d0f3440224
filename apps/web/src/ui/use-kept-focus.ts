import { type RefObject, useEffect, useRef } from "react";

/**
 * A ref for the heading of a screen that has just appeared. It takes the focus when the control that led
 * here went away with its own screen; on a page just loaded Tab still begins at the top.
 */
export function useKeptFocus(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && navigator.userActivation?.hasBeenActive) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return heading;
}
