import { NorwoodStage } from "../ui/drawings/NorwoodStage.tsx";
import { Roller } from "../ui/drawings/Roller.tsx";
import { SkinSection } from "../ui/drawings/SkinSection.tsx";
import { HeadMap } from "../ui/HeadMap.tsx";
import { mapCells } from "../ui/head-map-geometry.ts";
import { welcomeTexts as texts } from "./texts.ts";
import classes from "./WelcomePage.module.css";

const treated = Object.fromEntries(
  [...mapCells]
    .filter(([, { zone }]) => zone !== "mid-scalp")
    .map(([id, { zone }]) => [id, zone === "vertex" ? "done" : "waiting"] as const),
);

const drawings = {
  assess: <NorwoodStage stage="III-vertex" title={texts.drawings.assess} />,
  plan: <HeadMap mode="show" statuses={treated} label={texts.drawings.plan} isStill />,
  session: <Roller title={texts.drawings.session} />,
  aftercare: <SkinSection title={texts.drawings.aftercare} />,
} as const;

/** The four places in order, each with its drawing. */
export function Steps() {
  return (
    <ol className={classes.steps}>
      {texts.steps.map(({ id, name, says }) => (
        <li key={id} className={classes.step}>
          <div className={classes.drawing}>{drawings[id]}</div>
          <h3>{name}</h3>
          <p>{says}</p>
        </li>
      ))}
    </ol>
  );
}
