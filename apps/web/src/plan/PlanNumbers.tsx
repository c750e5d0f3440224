import { type Plan, type Reason, showMm } from "@stipple/protocol";
import { Panel } from "../ui/Panel.tsx";
import { DecidedValue } from "../ui/Why.tsx";
import classes from "./PlanView.module.css";
import { planTexts } from "./texts.ts";

const texts = planTexts.numbers;

interface Fact {
  readonly name: string;
  readonly values: readonly { readonly says: string; readonly decidedBy: readonly Reason[] }[];
}

function factsOf(plan: Plan): readonly Fact[] {
  const { needle, intervalH, maxPer168h, stroke, endpoint, sessionMin, topicalTiming } = plan;
  const [minUm, maxUm] = needle.rangeUm.value;
  const [minPace, maxPace] = stroke.paceCmPerS.value;
  const one = (name: string, says: string, decidedBy: readonly Reason[]): Fact => ({
    name,
    values: [{ says, decidedBy }],
  });
  const rolls = texts.rollsValue(stroke.rollsPerSection.value, stroke.rollsPerDirection);

  return [
    one(texts.needle, texts.needleRange(showMm(minUm), showMm(maxUm)), needle.rangeUm.decidedBy),
    {
      name: texts.gap,
      values: [
        {
          says: texts.gapPlanned(planTexts.span(intervalH.planned.value)),
          decidedBy: intervalH.planned.decidedBy,
        },
        {
          says: texts.gapHard(planTexts.span(intervalH.hard.value)),
          decidedBy: intervalH.hard.decidedBy,
        },
      ],
    },
    one(texts.most, texts.mostValue(maxPer168h.value), maxPer168h.decidedBy),
    one(texts.pattern, texts[stroke.pattern.value], stroke.pattern.decidedBy),
    one(texts.rolls, rolls, stroke.rollsPerSection.decidedBy),
    one(texts.pace, texts.paceValue(minPace, maxPace), stroke.paceCmPerS.decidedBy),
    one(texts.endpoint, planTexts.endpoints[endpoint.value], endpoint.decidedBy),
    one(texts.minutes, texts.minutesValue(sessionMin.value), sessionMin.decidedBy),
    one(texts.timing, planTexts.timings[topicalTiming.value], topicalTiming.decidedBy),
  ];
}

/** The numbers of the plan, each with its reasons behind it. */
export function PlanNumbers({ plan }: { readonly plan: Plan }) {
  return (
    <Panel title={texts.title}>
      <dl className={classes.numbers}>
        {factsOf(plan).map(({ name, values }) => (
          <div key={name} className={classes.number}>
            <dt>{name}</dt>
            <dd>
              {values.map(({ says, decidedBy }) => (
                <DecidedValue key={says} decidedBy={decidedBy} title={name}>
                  {says}
                </DecidedValue>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
