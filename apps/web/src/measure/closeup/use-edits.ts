import { type CloseUpTotals, type MeasurementEdit, measurementEditSchema } from "@stipple/protocol";
import type { NamedHair } from "@stipple/trichometry";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import { api } from "../../ui/client.ts";
import { newId } from "../../ui/new-id.ts";
import { asProblem } from "../../ui/problem.ts";
import { type Frame, hairsAfter, type KeptCloseUp, totalsAfter } from "./kept-measurement.ts";
import { measurementQuery } from "./measurement-queries.ts";

type NewEdit = MeasurementEdit extends infer One
  ? One extends MeasurementEdit
    ? Omit<One, "id" | "at">
    : never
  : never;

export interface Corrected {
  readonly edits: readonly MeasurementEdit[];
  readonly hairs: readonly NamedHair[];
  readonly totals: CloseUpTotals;
  readonly isSaving: boolean;
  readonly problem: unknown;
  /** Appends a correction; it is seen at once and saved behind. */
  readonly correct: (edit: NewEdit) => void;
  readonly saveAgain: () => void;
}

/** The corrections of a count: kept here first, sent one after the other, never lost while the page is open. */
export function useEdits(
  kept: KeptCloseUp,
  keptEdits: readonly MeasurementEdit[],
  frame: Frame,
): Corrected {
  const [edits, setEdits] = useState(keptEdits);
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const client = useQueryClient();
  /** What the page shows, and how much of its beginning the server has. */
  const state = useRef({ edits: keptEdits, sent: keptEdits.length, isSending: false });

  const show = useCallback((all: readonly MeasurementEdit[]) => {
    state.current.edits = all;
    setEdits(all);
  }, []);

  const save = useCallback(async () => {
    if (state.current.isSending) return;
    state.current.isSending = true;
    setSaving(true);
    setProblem(undefined);
    try {
      while (state.current.sent < state.current.edits.length) {
        const all = state.current.edits;
        const added = all.slice(state.current.sent);
        const totals = totalsAfter(kept, hairsAfter(kept, all), frame);
        const answer = await sendEdits(kept.id, added, { editCount: all.length, totals });
        state.current.sent = answer.length;
        if (answer.length > all.length || answer.at(-1)?.id !== all.at(-1)?.id) {
          // Another open page has corrected it too: its corrections come first.
          show([...answer, ...state.current.edits.filter(({ id }) => !hasEdit(answer, id))]);
        }
      }
      await client.invalidateQueries({ queryKey: ["measurements"] });
    } catch (thrown) {
      setProblem(thrown);
    } finally {
      state.current.isSending = false;
      setSaving(false);
    }
  }, [client, frame, kept, show]);

  const correct = useCallback(
    (edit: NewEdit) => {
      const at = new Date().toISOString();
      const made = measurementEditSchema.parse({ ...edit, id: newId(), at });
      show([...state.current.edits, made]);
      void save();
    },
    [save, show],
  );

  const hairs = useMemo(() => hairsAfter(kept, edits), [kept, edits]);
  const totals = useMemo(() => totalsAfter(kept, hairs, frame), [kept, hairs, frame]);
  return { edits, hairs, totals, isSaving, problem, correct, saveAgain: () => void save() };
}

function hasEdit(edits: readonly MeasurementEdit[], id: string): boolean {
  return edits.some((edit) => edit.id === id);
}

/** The corrections the server has afterwards; those of another page are fetched where totals were made without them. */
async function sendEdits(
  id: string,
  edits: readonly MeasurementEdit[],
  corrected: { readonly editCount: number; readonly totals: CloseUpTotals },
): Promise<readonly MeasurementEdit[]> {
  try {
    const json = { edits: [...edits], corrected };
    const response = await api.measurements[":id"].edits.$post({ param: { id }, json });
    return (await response.json()).edits;
  } catch (thrown) {
    if (asProblem(thrown).code !== "measurement.other_edits") throw thrown;
    return (await measurementQuery(id).queryFn()).edits;
  }
}
