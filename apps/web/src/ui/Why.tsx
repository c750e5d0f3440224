import type { Reason } from "@stipple/protocol";
import { IconHelpCircle } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Sheet } from "./Sheet.tsx";
import { uiTexts } from "./texts.ts";
import { Waiting } from "./Waiting.tsx";
import classes from "./Why.module.css";

const WhyReasons = lazy(() =>
  import("./WhyReasons.tsx").then(({ WhyReasons }) => ({ default: WhyReasons })),
);

interface WhyProps {
  readonly decidedBy: readonly Reason[];
  readonly label?: string;
  readonly title?: string;
}

/** The button that opens the reasons. Draws nothing where there are none. */
export function Why({ decidedBy, label = uiTexts.why, title = uiTexts.whyTitle }: WhyProps) {
  const [isOpen, setOpen] = useState(false);
  if (decidedBy.length === 0) return null;

  return (
    <>
      <button type="button" className={classes.button} onClick={() => setOpen(true)}>
        <IconHelpCircle size={19} stroke={1.75} aria-hidden />
        {label}
      </button>
      <WhySheet {...{ isOpen, title, decidedBy }} onClose={() => setOpen(false)} />
    </>
  );
}

interface DecidedValueProps {
  readonly decidedBy: readonly Reason[];
  /** The value as it reads in the sentence: "0.25 mm". */
  readonly children: ReactNode;
  readonly title?: string;
}

/** A value in running text that opens the rules behind it. */
export function DecidedValue({ decidedBy, children, title }: DecidedValueProps) {
  const [isOpen, setOpen] = useState(false);
  if (decidedBy.length === 0) return <span>{children}</span>;

  return (
    <>
      <button
        type="button"
        className={classes.value}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {children}
      </button>
      <WhySheet
        isOpen={isOpen}
        title={title ?? uiTexts.whyTitle}
        decidedBy={decidedBy}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

interface WhySheetProps {
  readonly isOpen: boolean;
  readonly title: string;
  readonly decidedBy: readonly Reason[];
  readonly onClose: () => void;
}

function WhySheet({ isOpen, title, decidedBy, onClose }: WhySheetProps) {
  return (
    <Sheet opened={isOpen} onClose={onClose} title={title}>
      <Suspense fallback={<Waiting />}>
        <WhyReasons decidedBy={decidedBy} />
      </Suspense>
    </Sheet>
  );
}
