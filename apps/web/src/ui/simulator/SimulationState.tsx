import { ProblemNotice } from "../ProblemNotice.tsx";
import { ProblemError } from "../problem.ts";
import type { Panel } from "./panels.ts";
import classes from "./Simulator.module.css";
import type { Simulated } from "./simulator.ts";
import { simulatorTexts } from "./texts.ts";

interface SimulationStateProps {
  readonly simulated: Simulated<Panel> & { readonly askAgain: () => void };
}

/** What stands in a picture's place while it has no answer: work going on, a refusal, or a failure. */
export function SimulationState({ simulated }: SimulationStateProps) {
  const { refusal, hasFailed, askAgain } = simulated;
  if (hasFailed) {
    return <ProblemNotice problem={stopped} kept={simulatorTexts.failed.kept} onRetry={askAgain} />;
  }
  return refusal ? (
    <div className={classes.state}>
      <p>
        <strong>{simulatorTexts.refusedTitle}.</strong> {refusal.says}
      </p>
      <p className={classes.soft}>{refusal.nextStep}</p>
    </div>
  ) : (
    <Working />
  );
}

export function Working() {
  return <div className={classes.working} role="status" aria-label={simulatorTexts.working} />;
}

const stopped = new ProblemError({
  code: "simulation.stopped",
  status: 0,
  message: simulatorTexts.failed.message,
  action: simulatorTexts.failed.action,
});
