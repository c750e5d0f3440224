import type { Assessment } from "@stipple/protocol";
import { lazy, Suspense } from "react";
import { Panel } from "../ui/Panel.tsx";
import { StudiedBadge } from "../ui/StudiedBadge.tsx";
import classes from "./ResultScreen.module.css";
import { assessTexts } from "./texts.ts";

const Sources = lazy(() =>
  import("../ui/WhyReasons.tsx").then(({ Sources }) => ({ default: Sources })),
);

/** Where this stage stands among those that trials studied. */
export function StageNote({ note }: { readonly note: Assessment["stageNote"] }) {
  return (
    <Panel title={assessTexts.result.stage}>
      <StudiedBadge inside={note.insideStudiedRange} />
      <p>{note.says}</p>
      {note.sources.length > 0 && (
        <details className={classes.trials}>
          <summary>{assessTexts.result.trials(note.sources.length)}</summary>
          <Suspense>
            <Sources ids={note.sources} />
          </Suspense>
        </details>
      )}
    </Panel>
  );
}
