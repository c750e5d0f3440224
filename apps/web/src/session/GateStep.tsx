import { type GateCheck, gateChecks } from "@stipple/protocol";
import {
  IconBottle,
  IconDroplet,
  IconHeartbeat,
  IconLeaf,
  IconPill,
  IconShieldCheck,
  IconUser,
  IconWind,
} from "@tabler/icons-react";
import { unbroken } from "../ui/unbroken.ts";
import { Why } from "../ui/Why.tsx";
import { Frame } from "./Frame.tsx";
import classes from "./GateStep.module.css";
import type { StepProps } from "./step-props.ts";
import { StopTarget, Target, UndoRoom } from "./Targets.tsx";
import { sessionTexts } from "./texts.ts";
import { useFocusOnChange } from "./use-focus.ts";

const icons: Record<GateCheck, typeof IconLeaf> = {
  "feels-well-no-red-flags": IconHeartbeat,
  "skin-calm": IconLeaf,
  "no-new-medicine-or-condition": IconPill,
  "nothing-medicated-on-scalp": IconBottle,
  "hair-dry": IconWind,
  "scalp-clean": IconDroplet,
  "own-device": IconUser,
  "device-clean-and-undamaged": IconShieldCheck,
};

/** One question before the first stroke. "Not sure" is a full answer and counts as the careful one. */
export function GateStep({ step, act, undo, tools, notices }: StepProps<"gate">) {
  const question = useFocusOnChange<HTMLHeadingElement>(step.check);
  const Icon = icons[step.check];
  const answer = (given: "yes" | "no" | "unknown") =>
    act({ kind: "gate-answered", check: step.check, answer: given });

  return (
    <Frame
      place={sessionTexts.checkOf(gateChecks.indexOf(step.check) + 1, gateChecks.length)}
      tools={tools}
      notices={notices}
      actions={
        <>
          <UndoRoom onUndo={undo} />
          <Target look="main" onPress={() => answer("yes")}>
            {sessionTexts.yes}
          </Target>
          <div className={classes.pair}>
            <Target onPress={() => answer("no")}>{sessionTexts.no}</Target>
            <Target onPress={() => answer("unknown")}>{sessionTexts.notSure}</Target>
          </div>
          <StopTarget onStop={() => act({ kind: "stopped", why: "person" })} />
        </>
      }
    >
      <div className={classes.gate}>
        <span className={classes.halo} aria-hidden>
          <Icon size={64} stroke={1.4} />
        </span>
        <h2 ref={question} tabIndex={-1} className={classes.question}>
          {unbroken(step.question)}
        </h2>
        <Why decidedBy={step.decidedBy} />
      </div>
    </Frame>
  );
}
