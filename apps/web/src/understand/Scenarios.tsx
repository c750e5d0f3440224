import { percent, twoFigures } from "../ui/simulator/numbers.ts";
import type { BesideAnswer, ForecastAnswer, SessionNumbers } from "../ui/simulator/panels.ts";
import { unbroken } from "../ui/unbroken.ts";
import { signed } from "./numbers.ts";
import { understandTexts } from "./texts.ts";
import classes from "./Understand.module.css";

const texts = understandTexts.whatIf;
const weeks = [12, 24, 48] as const;

interface ScenariosProps {
  readonly hair: ForecastAnswer;
  /** Absent until the sessions are worked out. */
  readonly beside: BesideAnswer | undefined;
  readonly isStale: boolean;
}

/** Both treatments side by side, from the holes to the hair. */
export function Scenarios({ hair, beside, isStale }: ScenariosProps) {
  const { rows, head } = texts.scenarios;
  const sessionRows = beside
    ? numbersOf(beside.compared).map(([name, now], row) => [
        name,
        now,
        numbersOf(beside.treated)[row]?.[1] ?? "",
      ])
    : [];
  const hairRows = weeks.map((week) => {
    const { difference } = hair;
    const [low, high] = [signed(difference.low[week] ?? 0), signed(difference.high[week] ?? 0)];
    return [
      rows.hair(week),
      signed(hair.comparedMedian[week] ?? 0),
      signed(hair.group.median[week] ?? 0),
      texts.scenarios.difference(low, high),
    ];
  });
  return (
    <table className={classes.scenarios} aria-busy={isStale}>
      <caption>{texts.title}</caption>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...sessionRows, ...hairRows].map(([name = "", now = "", then = "", more]) => (
          <tr key={name}>
            <th scope="row">{unbroken(name)}</th>
            <td>{unbroken(now)}</td>
            <td data-changed={now !== then || undefined}>
              {unbroken(then)}
              {more && <small>{more}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function numbersOf({ coverage, drugMg }: SessionNumbers): readonly [name: string, says: string][] {
  const { rows, none } = texts.scenarios;
  return [
    [rows.density, coverage ? String(Math.round(coverage.densityPerCm2)) : none],
    [rows.covered, coverage ? percent(coverage.coveredFraction) : none],
    [rows.gap, coverage ? twoFigures(coverage.largestGapMm) : none],
    [
      rows.drug,
      drugMg ? texts.scenarios.range(...(drugMg.map(twoFigures) as [string, string])) : none,
    ],
  ];
}
