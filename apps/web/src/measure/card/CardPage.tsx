import { Button } from "@mantine/core";
import { windowCardSvg } from "@stipple/trichometry";
import { IconPrinter } from "@tabler/icons-react";
import { useMemo } from "react";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { measureTexts } from "../texts.ts";
import classes from "./CardPage.module.css";
import { PrintCheckPanel } from "./PrintCheckPanel.tsx";

const texts = measureTexts.card;

/** The card to print, how to check that it came out at its true size, and how to use it cleanly. */
export function CardPage() {
  const address = useMemo(
    () => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(windowCardSvg())}`,
    [],
  );

  return (
    <Page title={texts.title} lead={texts.lead} aside={<HowToPrint />}>
      <div className={classes.sheet}>
        <img className={classes.card} src={address} alt={texts.picture} />
      </div>
      <div className={classes.screenOnly}>
        <Button
          size="lg"
          leftSection={<IconPrinter size={22} aria-hidden />}
          onClick={() => window.print()}
        >
          {texts.print}
        </Button>
      </div>
      <div className={classes.screenOnly}>
        <PrintCheckPanel />
      </div>
    </Page>
  );
}

function HowToPrint() {
  return (
    <>
      <Panel title={texts.steps.title}>
        <ol className={classes.list}>
          {texts.steps.list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </Panel>
      <Panel title={texts.hygiene.title} tone="mind">
        <ul className={classes.list}>
          {texts.hygiene.list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
