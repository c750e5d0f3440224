import { useQuery } from "@tanstack/react-query";
import { type DateStyle, formatLongDay } from "../../ui/dates.ts";
import closeUp from "../closeup/CloseUp.module.css";
import { growthSharesQuery } from "../closeup/measurement-queries.ts";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.growth;

interface KeptSharesProps {
  readonly siteId: string;
  readonly style: DateStyle;
}

/** The shares of this place that were kept, oldest first: the person's own course. */
export function KeptShares({ siteId, style }: KeptSharesProps) {
  const { data } = useQuery(growthSharesQuery);
  const shares = (data ?? []).flatMap((row) => {
    const { result, id } = row.measurement;
    if (row.siteId !== siteId || result.kind !== "anagen-share") return [];
    return [{ id, takenOn: row.takenOn, share: result.totals.anagenFraction }];
  });
  if (shares.length === 0) return null;
  const percent = (fraction: number) => (100 * fraction).toFixed(0);
  return (
    <>
      <h3>{texts.earlier}</h3>
      <ul className={closeUp.list}>
        {shares.map(({ id, takenOn, share: { value, interval90 = [value, value] } }) => (
          <li key={id}>
            {texts.earlierOne(
              formatLongDay(takenOn, style),
              percent(value),
              percent(interval90[0]),
              percent(interval90[1]),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
