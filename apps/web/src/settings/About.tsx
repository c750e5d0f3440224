import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Panel } from "../ui/Panel.tsx";
import { healthQuery } from "../ui/queries.ts";
import classes from "./Settings.module.css";
import { settingsTexts } from "./texts.ts";

const texts = settingsTexts.about;

export function About() {
  const { data } = useQuery(healthQuery);

  return (
    <Panel title={texts.title} tone="quiet">
      <p>{texts.safety}</p>
      <p className={classes.links}>
        <Link to="/aftercare" hash="wrong">
          {texts.wrong}
        </Link>
        <Link to="/assess">{texts.assess}</Link>
      </p>
      <p className={classes.hint}>{texts.licences}</p>
      {data && <p className={classes.hint}>{texts.version(data.version, data.rulesVersion)}</p>}
    </Panel>
  );
}
