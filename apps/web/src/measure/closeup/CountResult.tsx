import { Button } from "@mantine/core";
import type { MeasurementRecord } from "@stipple/api";
import type { ReactNode } from "react";
import { Page } from "../../ui/Page.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import classes from "./CloseUp.module.css";
import { Corrections } from "./Corrections.tsx";
import { HairLegend } from "./HairLegend.tsx";
import { HairOverlay, type Mode } from "./HairOverlay.tsx";
import { HairTable } from "./HairTable.tsx";
import type { Frame, KeptCloseUp } from "./kept-measurement.ts";
import { Numbers } from "./Numbers.tsx";
import { describeHair, sentenceOf } from "./sentences.ts";
import { closeUpTexts as texts } from "./texts.ts";
import { useCorrections } from "./use-corrections.ts";
import { useEdits } from "./use-edits.ts";

interface CountResultProps {
  readonly title: string;
  readonly takenOn: string;
  readonly kept: KeptCloseUp;
  readonly edits: MeasurementRecord["edits"];
  readonly frame: Frame;
  readonly back: ReactNode;
  readonly onCountAgain: () => void;
}

/** A count with its hairs on the photo: read, put right, kept. */
export function CountResult({
  title,
  takenOn,
  kept,
  edits,
  frame,
  back,
  onCountAgain,
}: CountResultProps) {
  const corrected = useEdits(kept, edits, frame);
  const hand = useCorrections(kept, corrected, frame);
  const { hairs, totals, isSaving, problem } = corrected;
  const standing = corrected.edits.length;

  return (
    <Page
      title={title}
      lead={sentenceOf(totals)}
      aside={
        <>
          <Warnings warnings={kept.warnings} />
          <Numbers kept={kept} totals={totals} isCorrected={standing > 0} />
          <HowSure onCountAgain={onCountAgain} />
        </>
      }
    >
      {back}
      <p className={classes.soft}>
        {takenOn} {standing > 0 ? texts.corrected(standing) : texts.uncorrected}
      </p>
      {problem !== undefined && (
        <ProblemNotice problem={problem} onRetry={corrected.saveAgain} kept={texts.unsent} />
      )}
      <Panel title={texts.picture.title}>
        <HairOverlay
          photoId={kept.photoId}
          frame={frame}
          hairs={hairs}
          roi={kept.roiPx?.map(([x, y]) => ({ x, y }))}
          mode={hand.mode}
          chosen={hand.chosen}
          draft={hand.draft}
          onChoose={hand.choose}
          onPoint={hand.point}
          onDrawn={hand.drawn}
          onRemove={() => hand.remove()}
        />
        <Corrections
          mode={hand.mode}
          hasChosen={hand.chosen !== undefined}
          canFinish={hand.mode === "draw" && hand.draft.length > 1}
          canUndo={hand.canUndo}
          canRedo={hand.canRedo}
          onMode={hand.setMode}
          onRemove={() => hand.remove()}
          onFinish={hand.finish}
          onUndo={hand.undo}
          onRedo={hand.redo}
        />
        <p className={classes.status} role="status">
          {hand.says ?? statusOf(hand, hairs)} {standing > 0 && savingWords(isSaving, problem)}
        </p>
        <HairLegend isSized={kept.scale.source !== "none"} hasRoi={kept.roiPx !== undefined} />
        {hairs.length !== Math.round(totals.count.value) && (
          <p className={classes.soft}>{texts.picture.partly(hairs.length)}</p>
        )}
      </Panel>
      <HairTable hairs={hairs} chosen={hand.chosen} onChoose={hand.choose} onRemove={hand.remove} />
    </Page>
  );
}

const hints: Record<Mode, string> = {
  choose: texts.picture.hint,
  draw: texts.picture.drawHint,
  split: texts.picture.splitHint,
  join: texts.picture.joinHint,
};

function statusOf(
  { mode, draft, chosen }: Pick<ReturnType<typeof useCorrections>, "mode" | "draft" | "chosen">,
  hairs: ReturnType<typeof useEdits>["hairs"],
): string {
  if (mode === "draw" && draft.length > 0) return texts.picture.points(draft.length);
  if (mode !== "choose" || !chosen) return hints[mode];
  return describeHair(chosen, hairs.indexOf(chosen) + 1, hairs.length);
}

function savingWords(isSaving: boolean, problem: unknown): string {
  if (isSaving) return texts.tools.saving;
  return problem === undefined ? texts.tools.saved : "";
}

function Warnings({ warnings }: Pick<KeptCloseUp, "warnings">) {
  return (
    <Panel
      title={warnings.length > 0 ? texts.warnings.title : texts.warnings.calm}
      tone={warnings.length > 0 ? "mind" : "quiet"}
    >
      {warnings.length === 0 ? (
        <p>{texts.warnings.none}</p>
      ) : (
        <ul className={classes.list}>
          {warnings.map(({ code, says }) => (
            <li key={code}>{says}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function HowSure({ onCountAgain }: Pick<CountResultProps, "onCountAgain">) {
  return (
    <Panel title={texts.sure.title} tone="quiet">
      {texts.sure.says.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <div>
        <Button variant="outline" onClick={onCountAgain}>
          {texts.sure.again}
        </Button>
      </div>
      <p className={classes.soft}>{texts.sure.againHint}</p>
    </Panel>
  );
}
