import { Button } from "@mantine/core";
import type { AnagenShare } from "@stipple/trichometry";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../ui/client.ts";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import { newId } from "../../ui/new-id.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import closeUp from "../closeup/CloseUp.module.css";
import { measurementQuery } from "../closeup/measurement-queries.ts";
import { growthMeasurement, growthQuestion, type KeptPair } from "./growth.ts";
import { KeptShares } from "./KeptShares.tsx";
import { MatchState } from "./MatchState.tsx";
import classes from "./Site.module.css";
import { siteTexts } from "./site-texts.ts";
import { type CountedPhoto, type GrowthPair, growthPairOf } from "./sites.ts";
import { useMatch } from "./use-match.ts";

const texts = siteTexts.growth;

interface GrowingShareProps {
  readonly siteId: string;
  readonly counted: readonly CountedPhoto[];
  readonly style: DateStyle;
}

/** The share of hairs that grow, from two photos some days apart; or what it takes to tell it. */
export function GrowingShare({ siteId, counted, style }: GrowingShareProps) {
  const pair = growthPairOf(counted);
  return (
    <Panel title={texts.title} tone={pair ? "plain" : "quiet"}>
      <p>{texts.says}</p>
      {pair ? (
        <PairOffer
          key={`${pair.first.measurementId} ${pair.second.measurementId}`}
          pair={pair}
          style={style}
        />
      ) : (
        <ol className={closeUp.list}>
          {texts.needs.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      )}
      <KeptShares siteId={siteId} style={style} />
    </Panel>
  );
}

function PairOffer({ pair, style }: { readonly pair: GrowthPair; readonly style: DateStyle }) {
  const [isStarted, setStarted] = useState(false);
  const first = useQuery(measurementQuery(pair.first.measurementId));
  const second = useQuery(measurementQuery(pair.second.measurementId));
  const dayOf = ({ photo }: CountedPhoto) => formatLongDay(photo.details.takenOn, style);
  const problem = first.error ?? second.error;

  return (
    <>
      <p>{texts.pair(dayOf(pair.first), dayOf(pair.second), pair.days)}</p>
      {problem && <ProblemNotice problem={problem} />}
      {isStarted && first.data && second.data ? (
        <WorkedOut pair={pair} kept={{ first: first.data, second: second.data }} />
      ) : (
        <div>
          <Button onClick={() => setStarted(true)} disabled={!first.data || !second.data}>
            {texts.start}
          </Button>
        </div>
      )}
    </>
  );
}

function WorkedOut({ pair, kept }: { readonly pair: GrowthPair; readonly kept: KeptPair }) {
  const [question] = useState(() => growthQuestion(pair, kept));
  const { matching, stop, askAgain } = useMatch(question);
  if (matching.kind !== "growth") {
    return <MatchState matching={matching} says={texts.working} onStop={stop} onAgain={askAgain} />;
  }
  const { share } = matching;
  if (share.kind !== "measured") {
    return (
      <Panel title={texts.not} tone="mind" order={3}>
        <p>{share.message}</p>
        <p>{share.action}</p>
      </Panel>
    );
  }
  return <Share share={share} pair={pair} kept={kept} />;
}

interface ShareProps {
  readonly share: AnagenShare;
  readonly pair: GrowthPair;
  readonly kept: KeptPair;
}

function Share({ share, pair, kept }: ShareProps) {
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: () => {
      const about = { id: newId(), measuredAt: new Date().toISOString() };
      return api.measurements.$post({
        json: { ...growthMeasurement(share, pair, kept), ...about },
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ["measurements"] }),
  });
  const percent = (fraction: number) => (100 * fraction).toFixed(0);
  const { growthUmPerDay, interval90, shedOrMissed, newOrMissed } = share;
  return (
    <div className={classes.said} role="status">
      <p>
        <strong>
          {texts.measured({
            percent: percent(share.anagenFraction),
            hairs: share.hairs.length,
            low: percent(interval90[0]),
            high: percent(interval90[1]),
          })}
        </strong>{" "}
        {growthUmPerDay !== undefined && texts.rate((growthUmPerDay / 1000).toFixed(2))}
      </p>
      <p className={closeUp.soft}>{texts.seenOnce(shedOrMissed.length, newOrMissed.length)}</p>
      <p className={closeUp.soft}>{texts.usual}</p>
      {keep.error && <ProblemNotice problem={keep.error} onRetry={() => keep.mutate()} />}
      {keep.isSuccess ? (
        <p>{texts.kept}</p>
      ) : (
        <div>
          <Button variant="outline" loading={keep.isPending} onClick={() => keep.mutate()}>
            {texts.keep}
          </Button>
        </div>
      )}
    </div>
  );
}
