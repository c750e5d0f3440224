import { Button } from "@mantine/core";
import compare from "../compare/Compare.module.css";
import { siteTexts } from "./site-texts.ts";
import type { Matching } from "./use-match.ts";

const texts = siteTexts.compare;

interface MatchStateProps {
  /** How far it is may not be known. */
  readonly matching: Matching | { readonly kind: "matching"; readonly doneFraction: undefined };
  /** What is being done. */
  readonly says: string;
  readonly onStop: () => void;
  readonly onAgain: () => void;
}

/** What becomes of a comparison: under way, stopped, or failed. */
export function MatchState({ matching, says, onStop, onAgain }: MatchStateProps) {
  if (matching.kind === "matching") {
    return (
      <div className={compare.state} role="status">
        <p>{says}</p>
        <progress max={1} value={matching.doneFraction} aria-label={says} />
        <Button variant="outline" size="sm" onClick={onStop}>
          {texts.stop}
        </Button>
      </div>
    );
  }
  return (
    <div className={compare.state} role="status">
      <p>{matching.kind === "stopped" ? texts.stopped : texts.failed}</p>
      <Button variant="outline" size="sm" onClick={onAgain}>
        {texts.again}
      </Button>
    </div>
  );
}
