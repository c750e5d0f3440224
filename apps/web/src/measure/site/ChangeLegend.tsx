import closeUp from "../closeup/CloseUp.module.css";
import { ChangedHair } from "./ChangedHair.tsx";
import { type SeenState, seenStates } from "./hair-states.ts";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.hairs;

const example = {
  polyline: [
    { x: 10, y: 9 },
    { x: 34, y: 9 },
  ],
  root: { x: 10, y: 9 },
} as const;

/** What the colours, strokes and marks mean, and how many hairs there are of each. */
export function ChangeLegend({ counts }: { readonly counts: Readonly<Record<SeenState, number>> }) {
  return (
    <ul className={closeUp.legend}>
      {seenStates.map((state) => (
        <li key={state}>
          <svg viewBox="0 0 36 18" aria-hidden>
            <ChangedHair hair={example} state={state} markPx={4} />
          </svg>
          {texts.legend(texts.states[state], counts[state])}
        </li>
      ))}
    </ul>
  );
}
