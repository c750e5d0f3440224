import type { Plan, SessionEventBody, SessionState, SessionStep } from "@stipple/protocol";
import type { ReactNode } from "react";

/** What every step of the session is given. */
export interface StepProps<Kind extends SessionStep["kind"]> {
  readonly step: Extract<SessionStep, { readonly kind: Kind }>;
  readonly state: SessionState;
  readonly plan: Plan;
  readonly act: (body: SessionEventBody) => void;
  /** Takes back what was just done; only for some seconds after it. */
  readonly undo: (() => void) | undefined;
  readonly tools: ReactNode;
  readonly notices: ReactNode;
}
