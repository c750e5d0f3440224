import type { Plan } from "@stipple/protocol";
import { Fragment } from "react";
import { uiTexts } from "../ui/texts.ts";
import { DecidedValue } from "../ui/Why.tsx";
import { sentenceParts } from "./sentence-parts.ts";

/** The plan in one sentence, every number in it a door to its reasons. */
export function PlanSentence({ plan }: { readonly plan: Plan }) {
  return sentenceParts(plan).map(({ text, decidedBy }) =>
    decidedBy.length === 0 ? (
      <Fragment key={text}>{text}</Fragment>
    ) : (
      <DecidedValue key={text} decidedBy={decidedBy} title={uiTexts.whyValue(text)}>
        {text}
      </DecidedValue>
    ),
  );
}
