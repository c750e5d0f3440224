import {
  drawHair,
  joinHairs,
  type NamedHair,
  nextSteps,
  type Point,
  splitHair,
} from "@stipple/trichometry";
import { useState } from "react";
import { newId } from "../../ui/new-id.ts";
import type { Mode } from "./HairOverlay.tsx";
import { type Frame, type KeptCloseUp, storedHair, umPerPxOf } from "./kept-measurement.ts";
import { closeUpTexts } from "./texts.ts";
import { useCount } from "./use-count.ts";
import type { Corrected } from "./use-edits.ts";

/** The hand of the person: which hair is chosen, what a tap means, and what comes of it. */
export function useCorrections(kept: KeptCloseUp, corrected: Corrected, frame: Frame) {
  const { hairs, edits, correct } = corrected;
  const [chosenId, setChosenId] = useState<string>();
  const [mode, setModeOnly] = useState<Mode>("choose");
  const [draft, setDraft] = useState<readonly Point[]>([]);
  const [says, setSays] = useState<string>();
  const { ask } = useCount();
  const chosen = hairs.find(({ id }) => id === chosenId);
  const { undo, redo } = nextSteps(edits);

  const setMode = (wanted: Mode) => {
    setModeOnly(wanted);
    setDraft([]);
    setSays(undefined);
  };
  const choose = (hair: NamedHair | undefined) => {
    setSays(undefined);
    if (mode === "join" && chosen && hair && hair.id !== chosen.id) {
      const into = joinHairs(chosen, hair, { id: newId(), frame });
      correct({ kind: "hairs-joined", hairIds: [chosen.id, hair.id], into: storedHair(into) });
      setMode("choose");
      setChosenId(into.id);
    } else if (mode !== "join") setChosenId(hair?.id);
  };
  const split = (at: Point) => {
    if (!chosen) return;
    const parts = splitHair(chosen, { at, ids: [newId(), newId()], frame });
    if (!parts) return setSays(closeUpTexts.tools.noSplit);
    correct({ kind: "hair-split", hairId: chosen.id, into: parts.map(storedHair) });
    setMode("choose");
    setChosenId(parts[0].id);
  };
  const add = async (polyline: readonly Point[]) => {
    if (polyline.length < 2) return;
    setMode("choose");
    const hair = await measureDrawn(polyline, { kept, hairs, frame, ask });
    correct({ kind: "hair-added", hair: storedHair(hair) });
    setChosenId(hair.id);
  };
  const undoEdit = (editId: string | undefined) => {
    if (editId !== undefined) correct({ kind: "undone", editId });
  };

  return {
    chosen,
    mode,
    draft,
    says,
    canUndo: undo !== undefined,
    canRedo: redo !== undefined,
    setMode,
    choose,
    point: (at: Point) => (mode === "split" ? split(at) : setDraft([...draft, at])),
    drawn: (line: readonly Point[]) => void add(line),
    finish: () => void add(draft),
    remove: (hair = chosen) => {
      if (!hair) return;
      correct({ kind: "hair-removed", hairId: hair.id });
      setChosenId(undefined);
      setMode("choose");
    },
    undo: () => undoEdit(undo),
    redo: () => undoEdit(redo),
  };
}

interface Surroundings {
  readonly kept: KeptCloseUp;
  readonly hairs: readonly NamedHair[];
  readonly frame: Frame;
  readonly ask: ReturnType<typeof useCount>["ask"];
}

/** A drawn line as a hair, its width read from the photo; where that shows no edge, the other hairs' usual width. */
async function measureDrawn(
  polyline: readonly Point[],
  { kept, hairs, frame, ask }: Surroundings,
): Promise<NamedHair> {
  const usualPx = medianWidth(hairs);
  const line = {
    polyline,
    isLight: kept.quality.hairTone === "light",
    usualWidthPx: usualPx,
    blurSigmaPx: kept.quality.numbers.blurSigmaPx,
  };
  const outcome = await ask({ kind: "line", photoId: kept.photoId, line });
  const width =
    outcome.kind === "line" && outcome.widthPx !== undefined
      ? { widthPx: outcome.widthPx, widthSdPx: outcome.sdPx }
      : { widthPx: usualPx, widthSdPx: 0.3 * usualPx };
  return drawHair({ id: newId(), polyline, frame, umPerPx: umPerPxOf(kept.scale), ...width });
}

/** Where no hair was found, a drawn one is looked for as wide as a usual one in a usual photo. */
const usualWidthPx = 12;

function medianWidth(hairs: readonly NamedHair[]): number {
  const widths = hairs.map(({ widthPx }) => widthPx).toSorted((a, b) => a - b);
  return widths[widths.length >> 1] || usualWidthPx;
}
