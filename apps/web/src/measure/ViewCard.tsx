import { Link } from "@tanstack/react-router";
import type { PhotoRow } from "../ui/contract.ts";
import { type DateStyle, formatLongDay } from "../ui/dates.ts";
import classes from "./Measure.module.css";
import { Picture } from "./Picture.tsx";
import { measureTexts as texts } from "./texts.ts";
import { ViewDrawing } from "./ViewDrawing.tsx";
import type { GlobalView } from "./views.ts";

interface ViewCardProps {
  readonly view: GlobalView;
  readonly photos: readonly PhotoRow[];
  readonly dateStyle: DateStyle;
}

/** One view of the head with its newest photo; the whole card leads to it. */
export function ViewCard({ view, photos: [newest, ...earlier], dateStyle }: ViewCardProps) {
  const name = texts.views[view];
  return (
    <li className={classes.card}>
      <div className={classes.frame}>
        {newest ? <Picture photo={newest} alt="" /> : <ViewDrawing view={view} />}
      </div>
      <div className={classes.caption}>
        <h3>
          <Link to="/measure/view/$view" params={{ view }} className={classes.cardLink}>
            {name}
          </Link>
        </h3>
        <p className={classes.soft}>
          {newest
            ? `${formatLongDay(newest.details.takenOn, dateStyle)} · ${texts.photosCount(earlier.length + 1)}`
            : texts.noPhoto}
        </p>
      </div>
    </li>
  );
}
