import { Panel } from "../ui/Panel.tsx";
import type { Panel as PanelName } from "../ui/simulator/panels.ts";
import { SimulationState } from "../ui/simulator/SimulationState.tsx";
import type { Simulated } from "../ui/simulator/simulator.ts";

interface PanelStateProps {
  readonly title: string;
  readonly simulated: Simulated<PanelName> & { readonly askAgain: () => void };
}

/** The panel of a step that has no answer yet, or none at all. */
export function PanelState({ title, simulated }: PanelStateProps) {
  return (
    <Panel title={title}>
      <SimulationState simulated={simulated} />
    </Panel>
  );
}
