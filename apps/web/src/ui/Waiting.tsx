import { Whorl } from "./drawings/Whorl.tsx";
import { uiTexts } from "./texts.ts";
import classes from "./Waiting.module.css";

/** Shown while a page loads; appears only after a quarter of a second, so that fast pages do not flicker. */
export function Waiting() {
  return (
    <div className={classes.waiting} role="status" aria-label={uiTexts.loading}>
      <Whorl size={56} />
    </div>
  );
}
