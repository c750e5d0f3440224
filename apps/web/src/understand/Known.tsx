import type { DoubtAnswer } from "../ui/simulator/panels.ts";
import { unbroken } from "../ui/unbroken.ts";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.known;

interface KnownProps<Doubt> {
  readonly known: {
    readonly answer?: DoubtAnswer<Doubt> | undefined;
    /** The answer is to the question before. */
    readonly isStale: boolean;
    readonly hasFailed?: boolean;
  };
  /** How far the step's numbers are known, in a sentence. */
  readonly says: (doubt: Doubt) => string;
}

/** How sure the sentence above is. Its place is kept while the numbers are drawn again and again. */
export function Known<Doubt>({ known, says }: KnownProps<Doubt>) {
  if (known.hasFailed) return null;
  const doubt = known.isStale ? undefined : known.answer?.doubt;
  return (
    <p className={classes.known} data-band aria-busy={doubt === undefined}>
      {doubt === undefined ? texts.working : unbroken(says(doubt))}
    </p>
  );
}

/** What a band hangs on most, a line each. */
export function DependsOn({ dependsOn = [] }: { readonly dependsOn?: readonly string[] }) {
  if (dependsOn.length === 0) return null;
  return (
    <>
      <p>{texts.dependsTitle}:</p>
      <ul>
        {dependsOn.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
    </>
  );
}
