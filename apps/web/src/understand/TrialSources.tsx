import { Sources } from "../ui/WhyReasons.tsx";
import { understandTexts } from "./texts.ts";
import type { TrialsBeside } from "./trials-beside.ts";

const texts = understandTexts.forecast.trials;

/** Where it stands that home needles were not shown to add hair, and that trials begin at half a millimetre. */
const noTrialSources = ["home-device-2020", "english-2022"] as const;

/** Where the trials beside a forecast can be read, or what is known where there are none. */
export function TrialSources(trials: TrialsBeside) {
  const ids =
    trials.kind === "trials" ? trials.points.flatMap(({ sources }) => sources) : noTrialSources;
  return (
    <>
      <p>{texts.sources}:</p>
      <Sources ids={[...new Set(ids)]} />
    </>
  );
}
