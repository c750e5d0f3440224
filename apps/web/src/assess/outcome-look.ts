import type { Outcome } from "@stipple/protocol";
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClockPause,
  IconHelpCircle,
  IconStethoscope,
} from "@tabler/icons-react";

/** An outcome's icon and tone. Red is kept for "do not roll, see a doctor". */
export const outcomeLooks: Record<
  Outcome,
  { readonly tone: "go" | "mind" | "stop"; readonly Icon: typeof IconCircleCheck }
> = {
  suitable: { tone: "go", Icon: IconCircleCheck },
  "suitable-with-caution": { tone: "mind", Icon: IconAlertTriangle },
  "clinic-only": { tone: "mind", Icon: IconStethoscope },
  wait: { tone: "mind", Icon: IconClockPause },
  "see-doctor": { tone: "stop", Icon: IconStethoscope },
  "not-enough-known": { tone: "mind", Icon: IconHelpCircle },
};
