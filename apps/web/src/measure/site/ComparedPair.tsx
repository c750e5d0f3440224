import type { CloseUpComparison } from "@stipple/trichometry";
import { useMemo } from "react";
import type { DateStyle } from "../../ui/dates.ts";
import { Panel } from "../../ui/Panel.tsx";
import closeUp from "../closeup/CloseUp.module.css";
import { Answers } from "./Answers.tsx";
import { ChangeLegend } from "./ChangeLegend.tsx";
import type { PairSide } from "./comparable.ts";
import { countStates, statesIn } from "./hair-states.ts";
import { MatchedPhotos } from "./MatchedPhotos.tsx";
import { MatchState } from "./MatchState.tsx";
import type { MatchQuestion } from "./match-messages.ts";
import { siteTexts } from "./site-texts.ts";
import { useMatch } from "./use-match.ts";
import { Verdict } from "./Verdict.tsx";

const texts = siteTexts.compare;

interface ComparedPairProps {
  readonly siteId: string;
  readonly first: PairSide;
  readonly second: PairSide;
  readonly style: DateStyle;
}

/** What became of the hairs between two close-ups: the answer, the numbers, and both photos. */
export function ComparedPair({ siteId, first, second, style }: ComparedPairProps) {
  const question = useMemo<MatchQuestion>(
    () => ({
      kind: "changes",
      first: { photoId: first.photoId, visit: first.compared.visit },
      second: { photoId: second.photoId, visit: second.compared.visit },
    }),
    [first.photoId, first.compared, second.photoId, second.compared],
  );
  const { matching, stop, askAgain } = useMatch(question);

  if (matching.kind !== "changes") {
    return (
      <MatchState matching={matching} says={texts.matching} onStop={stop} onAgain={askAgain} />
    );
  }
  const { comparison } = matching;
  return (
    <>
      <Verdict siteId={siteId} {...{ first, second, comparison, style }} />
      <Warnings first={first} second={second} />
      <Matched first={first} second={second} hairs={comparison.hairs} />
      <h3>{siteTexts.answers.title}</h3>
      <Answers comparison={comparison} first={first.compared} second={second.compared} />
    </>
  );
}

function Warnings({ first, second }: Pick<ComparedPairProps, "first" | "second">) {
  const all = [first, second].flatMap(({ name, warnings }) =>
    warnings.map((says) => texts.warningOf(name, says)),
  );
  if (all.length === 0) return null;
  return (
    <Panel title={texts.warnings} tone="mind" order={3}>
      <ul className={closeUp.list}>
        {all.map((says) => (
          <li key={says}>{says}</li>
        ))}
      </ul>
    </Panel>
  );
}

interface MatchedProps extends Pick<ComparedPairProps, "first" | "second"> {
  readonly hairs: CloseUpComparison["hairs"];
}

function Matched({ first, second, hairs }: MatchedProps) {
  if (!("netFraction" in hairs)) {
    return (
      <Panel title={texts.notMatched} tone="mind" order={3}>
        <p>{hairs.message}</p>
        <p>{hairs.action}</p>
        <p>{texts.notMatchedSays}</p>
      </Panel>
    );
  }
  return <MatchedHairs first={first} second={second} hairs={hairs} />;
}

interface MatchedHairsProps extends Pick<ComparedPairProps, "first" | "second"> {
  readonly hairs: Extract<CloseUpComparison["hairs"], { readonly netFraction: number }>;
}

function MatchedHairs({ first, second, hairs }: MatchedHairsProps) {
  const { before, after, counts } = useMemo(() => {
    const sizes = {
      first: first.compared.hairs.length,
      second: second.compared.hairs.length,
    };
    return {
      before: statesIn(hairs, "first", sizes.first),
      after: statesIn(hairs, "second", sizes.second),
      counts: countStates(hairs, sizes),
    };
  }, [first, second, hairs]);
  const side = ({ photoId, frame, name, compared }: PairSide) => ({
    photoId,
    frame,
    name,
    hairs: compared.hairs,
  });
  return (
    <>
      <MatchedPhotos
        first={{ ...side(first), states: before }}
        second={{ ...side(second), states: after }}
      />
      <ChangeLegend counts={counts} />
    </>
  );
}
