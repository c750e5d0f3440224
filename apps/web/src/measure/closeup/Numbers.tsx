import type { CloseUpTotals } from "@stipple/protocol";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./CloseUp.module.css";
import type { KeptCloseUp } from "./kept-measurement.ts";
import { sentenceOf } from "./sentences.ts";
import { closeUpTexts } from "./texts.ts";

const texts = closeUpTexts.numbers;

interface NumbersProps {
  readonly kept: KeptCloseUp;
  readonly totals: CloseUpTotals;
  readonly isCorrected: boolean;
}

/** What the hairs add up to, and what it stands on. */
export function Numbers({ kept, totals, isCorrected }: NumbersProps) {
  const { scale } = kept;
  const says =
    scale.source === "none"
      ? texts.scale.none
      : texts.scale[scale.source](scale.umPerPx.toFixed(2));
  return (
    <Panel title={texts.title}>
      <dl className={classes.facts}>
        {factsOf(totals).map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
      {isCorrected && <p className={classes.soft}>{texts.first(sentenceOf(kept.result.totals))}</p>}
      <p className={classes.soft}>
        {says} {texts.version(kept.algorithmVersion)}
      </p>
    </Panel>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function factsOf(totals: CloseUpTotals): (readonly [name: string, value: string])[] {
  const { densityPerCm2, thicknessUm, vellusFraction, cumulativeThicknessMmPerCm2, units } = totals;
  const rounded = (value: number) => String(Math.round(value));
  const facts: (readonly [string, string])[] = [];
  if (densityPerCm2) {
    const { total, terminal, intermediate, vellus } = densityPerCm2;
    facts.push(
      [texts.perCm2, rounded(total.value)],
      [texts.terminal, rounded(terminal.value)],
      [texts.intermediate, rounded(intermediate.value)],
      [texts.vellus, rounded(vellus.value)],
    );
  }
  if (vellusFraction) {
    facts.push([texts.vellusShare, texts.percent(Math.round(100 * vellusFraction.value))]);
  }
  if (thicknessUm) {
    const { median, mean, p10, p90 } = thicknessUm;
    facts.push(
      [texts.thickness, texts.um(rounded(median.value))],
      [texts.thicknessMean, texts.um(rounded(mean.value))],
      [texts.spread, texts.umRange(rounded(p10.value), rounded(p90.value))],
    );
  }
  if (cumulativeThicknessMmPerCm2) {
    facts.push([texts.cumulative, texts.mm(cumulativeThicknessMmPerCm2.value.toFixed(1))]);
  }
  if (units) facts.push([texts.units, rounded(units.count)]);
  if (units?.hairsPerUnit) facts.push([texts.perUnit, units.hairsPerUnit.value.toFixed(1)]);
  return facts;
}
