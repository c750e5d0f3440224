import type { Plan } from "@stipple/protocol";
import { Panel } from "../ui/Panel.tsx";
import { WhenSeen } from "../ui/simulator/WhenSeen.tsx";
import classes from "./PlanView.module.css";
import { planTexts } from "./texts.ts";

const load = () => import("./TopicalPicture.tsx").then(({ TopicalPicture }) => TopicalPicture);

/** What either topical choice lets through; neither the simulator nor the chart is fetched before it is looked at. */
export function TopicalPictureWhenSeen({ plan }: { readonly plan: Plan }) {
  return (
    <WhenSeen load={load} props={{ plan }}>
      <Panel title={planTexts.topicalPicture}>
        <div className={classes.picturePlace} />
      </Panel>
    </WhenSeen>
  );
}
