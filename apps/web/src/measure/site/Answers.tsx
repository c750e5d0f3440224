import type { CloseUpComparison, Comparison, Quantity } from "@stipple/trichometry";
import {
  IconArrowDownRight,
  IconArrowUpRight,
  IconEqual,
  IconQuestionMark,
} from "@tabler/icons-react";
import closeUp from "../closeup/CloseUp.module.css";
import type { ComparedCloseUp } from "./comparable.ts";
import classes from "./Site.module.css";
import { siteTexts } from "./site-texts.ts";

const texts = siteTexts.answers;

const icons = {
  better: IconArrowUpRight,
  worse: IconArrowDownRight,
  "no-detectable-change": IconEqual,
  "not-comparable": IconQuestionMark,
} satisfies Record<Comparison["answer"], unknown>;

const quantities = [
  "density-total",
  "density-terminal",
  "median-thickness",
  "cumulative-thickness",
  "vellus-share",
] as const satisfies readonly Quantity[];

interface AnswersProps {
  readonly comparison: CloseUpComparison;
  readonly first: ComparedCloseUp;
  readonly second: ComparedCloseUp;
}

/** Every quantity before and after, the smallest change it could show, and the answer. */
export function Answers({ comparison, first, second }: AnswersProps) {
  return (
    <ul className={classes.answers}>
      {quantities.map((quantity) => {
        const compared = comparison.quantities[quantity];
        return (
          compared && (
            <OneAnswer
              key={quantity}
              quantity={quantity}
              compared={compared}
              from={quantityOf(first, quantity)}
              to={laterOf(compared, quantityOf(first, quantity), quantityOf(second, quantity))}
            />
          )
        );
      })}
    </ul>
  );
}

interface OneAnswerProps {
  readonly quantity: (typeof quantities)[number];
  readonly compared: Comparison;
  readonly from: number | undefined;
  readonly to: number | undefined;
}

function OneAnswer({ quantity, compared, from, to }: OneAnswerProps) {
  const Icon = icons[compared.answer];
  const { detectableChange } = compared;
  return (
    <li>
      <strong>{texts.quantities[quantity]}</strong>
      <span>{texts.fromTo(written(quantity, from), written(quantity, to))}</span>
      <span className={classes.answer}>
        <Icon size={20} stroke={2} aria-hidden />
        {texts.answers[compared.answer]}
      </span>
      {detectableChange === undefined ? (
        <span className={`${closeUp.soft} ${classes.least}`}>{compared.reasons[0]?.text}</span>
      ) : (
        <span className={`${closeUp.soft} ${classes.least}`}>
          {texts.least(written(quantity, detectableChange))}
        </span>
      )}
    </li>
  );
}

/** Where hairs were matched, the change is that of the skin both photos show. */
function laterOf(
  { change, mode }: Comparison,
  from: number | undefined,
  counted: number | undefined,
): number | undefined {
  return mode === "matched" && from !== undefined && change !== undefined ? from + change : counted;
}

function quantityOf({ visit }: ComparedCloseUp, quantity: OneAnswerProps["quantity"]) {
  const { density, thickness, cumulativeThickness, vellusShare } = visit.closeUp;
  switch (quantity) {
    case "density-total":
      return density?.total;
    case "density-terminal":
      return density?.terminal;
    case "median-thickness":
      return thickness?.median;
    case "cumulative-thickness":
      return cumulativeThickness;
    case "vellus-share":
      return vellusShare;
  }
}

function written(quantity: OneAnswerProps["quantity"], value: number | undefined): string {
  if (value === undefined) return texts.none;
  if (quantity === "vellus-share") return (100 * value).toFixed(0);
  return value.toFixed(quantity === "cumulative-thickness" ? 1 : 0);
}
