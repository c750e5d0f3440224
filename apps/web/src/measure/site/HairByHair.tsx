import { NativeSelect } from "@mantine/core";
import type { MeasurementRecord } from "@stipple/api";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import { Panel } from "../../ui/Panel.tsx";
import { ProblemNotice } from "../../ui/ProblemNotice.tsx";
import closeUp from "../closeup/CloseUp.module.css";
import { closeUpOf } from "../closeup/kept-measurement.ts";
import { measurementQuery } from "../closeup/measurement-queries.ts";
import compare from "../compare/Compare.module.css";
import { ComparedPair } from "./ComparedPair.tsx";
import { comparedCloseUp, type PairSide } from "./comparable.ts";
import { siteTexts } from "./site-texts.ts";
import type { CountedPhoto } from "./sites.ts";

const texts = siteTexts.compare;

interface HairByHairProps {
  readonly siteId: string;
  /** Oldest first. */
  readonly counted: readonly CountedPhoto[];
  readonly style: DateStyle;
}

/** Two counted close-ups of the place, the first and the newest unless others are chosen. */
export function HairByHair({ siteId, counted, style }: HairByHairProps) {
  const [beforeId, setBeforeId] = useState<string>();
  const [afterId, setAfterId] = useState<string>();
  const before = counted.find(({ photo }) => photo.id === beforeId) ?? counted[0];
  const after = counted.find(({ photo }) => photo.id === afterId) ?? counted.at(-1);
  const first = useQuery({ ...measurementQuery(before?.measurementId ?? ""), enabled: !!before });
  const second = useQuery({ ...measurementQuery(after?.measurementId ?? ""), enabled: !!after });
  const firstSide = useSide(before, first.data);
  const secondSide = useSide(after, second.data);

  if (!before || !after || counted.length < 2) {
    return (
      <Panel title={texts.title} tone="quiet">
        <p>{texts.one}</p>
      </Panel>
    );
  }
  const dayOf = ({ photo }: CountedPhoto) => formatLongDay(photo.details.takenOn, style);
  const choices = counted.map((one) => ({ value: one.photo.id, label: dayOf(one) }));
  const problem = first.error ?? second.error;

  return (
    <Panel title={texts.title}>
      <div className={compare.dates}>
        <NativeSelect
          label={texts.before}
          data={choices}
          value={before.photo.id}
          onChange={(event) => setBeforeId(event.currentTarget.value)}
        />
        <NativeSelect
          label={texts.after}
          data={choices}
          value={after.photo.id}
          onChange={(event) => setAfterId(event.currentTarget.value)}
        />
      </div>
      {before === after && <p className={closeUp.soft}>{texts.same}</p>}
      {problem && (
        <ProblemNotice
          problem={problem}
          onRetry={() => void Promise.all([first.refetch(), second.refetch()])}
        />
      )}
      {before !== after && firstSide && secondSide && (
        <ComparedPair
          key={`${before.measurementId} ${after.measurementId}`}
          siteId={siteId}
          first={{ ...firstSide, name: texts.photo(texts.before, dayOf(before)) }}
          second={{ ...secondSide, name: texts.photo(texts.after, dayOf(after)) }}
          style={style}
        />
      )}
    </Panel>
  );
}

/** A kept count with its photo, ready to be compared. */
function useSide(
  one: CountedPhoto | undefined,
  record: MeasurementRecord | undefined,
): Omit<PairSide, "name"> | undefined {
  return useMemo(() => {
    const kept = record && closeUpOf(record.measurement);
    if (!one || !record || !kept || kept.photoId !== one.photo.id) return undefined;
    const { photo } = one;
    const frame = { width: photo.widthPx, height: photo.heightPx };
    return {
      photoId: photo.id,
      frame,
      takenOn: photo.details.takenOn,
      warnings: kept.warnings.map(({ says }) => says),
      compared: comparedCloseUp(kept, record.edits, frame),
    };
  }, [one, record]);
}
