import { Button } from "@mantine/core";
import { Panel } from "../ui/Panel.tsx";
import { ProblemNotice } from "../ui/ProblemNotice.tsx";
import { measureTexts } from "./texts.ts";
import classes from "./UploadList.module.css";
import type { Upload } from "./uploads.ts";
import { uploads, useUploads } from "./use-uploads.ts";
import { isGlobalView } from "./views.ts";

const texts = measureTexts.uploads;

/** Photos on their way: how far each is, and what stands in its way. */
export function UploadList() {
  const { uploads: onTheirWay, arrivedIds } = useUploads();

  return (
    <>
      <p className={classes.arrived} role="status">
        {onTheirWay.length === 0 && arrivedIds.length > 0 && texts.arrived}
      </p>
      {onTheirWay.length > 0 && (
        <Panel title={texts.title}>
          <ul className={classes.list}>
            {onTheirWay.map((upload) => (
              <OnItsWay key={upload.id} {...upload} />
            ))}
          </ul>
        </Panel>
      )}
    </>
  );
}

function OnItsWay({ id, details: { view, siteId }, doneFraction, state, problem }: Upload) {
  const name = isGlobalView(view) ? measureTexts.views[view] : (siteId ?? "");
  return (
    <li className={classes.upload}>
      <strong>{name}</strong>
      <progress max={1} value={doneFraction} aria-label={name} />
      <p>{state !== "refused" && sentenceFor(state, doneFraction)}</p>
      {state === "refused" && <ProblemNotice problem={problem} kept={texts.kept} />}
      <div className={classes.actions}>
        {state === "refused" && (
          <Button size="sm" onClick={() => uploads.tryAgain(id)}>
            {texts.tryAgain}
          </Button>
        )}
        <Button size="sm" variant="outline" onClick={() => void uploads.cancel(id)}>
          {texts.cancel}
        </Button>
      </div>
    </li>
  );
}

function sentenceFor(state: Upload["state"], doneFraction: number): string {
  if (state === "waiting") return texts.waiting;
  return doneFraction === 1 ? texts.finishing : texts.sending(Math.round(100 * doneFraction));
}
