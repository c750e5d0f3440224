import type { Answers, DeviceInHand } from "@stipple/protocol";
import type { Choice } from "../../ui/ChoiceCards.tsx";

export interface QuestionProps {
  readonly answers: Answers;
  readonly onChange: (answers: Answers) => void;
}

export type DeviceKind = DeviceInHand["kind"];

type Label = string | { readonly label: string; readonly note?: string };

/** A record of labels as choices, in its own order. */
export function choicesOf<Value extends string>(
  labels: Readonly<Record<Value, Label>>,
): readonly Choice<Value>[] {
  return keysOf(labels).map((value) => {
    const text: Label = labels[value];
    return typeof text === "string" ? { value, label: text } : { value, ...text };
  });
}

function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(record) as Key[];
}

export function listOf<Value>(value: Value | undefined): readonly Value[] {
  return value === undefined ? [] : [value];
}
