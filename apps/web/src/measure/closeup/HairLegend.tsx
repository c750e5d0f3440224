import classes from "./CloseUp.module.css";
import { closeUpTexts } from "./texts.ts";

const texts = closeUpTexts.picture.legend;

interface HairLegendProps {
  readonly isSized: boolean;
  readonly hasRoi: boolean;
}

/** The classes in the colours and the strokes of the photo. */
export function HairLegend({ isSized, hasRoi }: HairLegendProps) {
  const kinds = isSized
    ? (["terminal", "intermediate", "vellus"] as const)
    : (["unknown"] as const);
  return (
    <ul className={classes.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <svg viewBox="0 0 36 14" aria-hidden>
            <g className={classes.hair} data-class={kind}>
              <path d="M2 7H34" data-part="ground" />
              <path d="M2 7H34" data-part="line" />
            </g>
          </svg>
          {texts[kind]}
        </li>
      ))}
      {hasRoi && (
        <li>
          <svg viewBox="0 0 36 14" aria-hidden>
            <path className={classes.roi} d="M0 7H36" />
          </svg>
          {texts.roi}
        </li>
      )}
    </ul>
  );
}
