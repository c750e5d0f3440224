import { IconX } from "@tabler/icons-react";
import { type ReactNode, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import classes from "./Sheet.module.css";
import { uiTexts } from "./texts.ts";

interface SheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * A sheet from below on a phone, from the side on a wide screen. The browser's own dialog holds the
 * focus and Escape; it hangs on the body, so that a sheet opened from a sentence does not take its type.
 */
export function Sheet({ opened, ...sheet }: SheetProps) {
  return opened ? createPortal(<OpenSheet {...sheet} />, document.body) : null;
}

function OpenSheet({ onClose, title, children }: Omit<SheetProps, "opened">) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a dialog by itself; the click is for the backdrop.
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-labelledby={id}
      onClose={() => dialog.current?.open || onClose()}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        <button
          type="button"
          className={classes.close}
          aria-label={uiTexts.close}
          onClick={() => dialog.current?.close()}
        >
          <IconX size={22} stroke={1.75} aria-hidden />
        </button>
      </div>
      <div className={classes.body}>{children}</div>
    </dialog>
  );
}
