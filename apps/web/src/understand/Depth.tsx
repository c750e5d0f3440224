import type { SimulatedTreatment } from "@stipple/simulation";
import { Legend } from "../ui/simulator/Legend.tsx";
import type { InsertionAnswer } from "../ui/simulator/panels.ts";
import { useSimulated } from "../ui/simulator/use-simulated.ts";
import { DataTable } from "../ui/TwoViews.tsx";
import { unbroken } from "../ui/unbroken.ts";
import type { Played } from "./choices.ts";
import { FigurePanel } from "./FigurePanel.tsx";
import { NeedleLength } from "./NeedleLength.tsx";
import { hundredths } from "./numbers.ts";
import { PanelState } from "./PanelState.tsx";
import { SkinDepth } from "./SkinDepth.tsx";
import { understandTexts } from "./texts.ts";

const texts = understandTexts.depth;

interface DepthProps {
  readonly treatment: SimulatedTreatment;
  readonly needleLengthUm: number;
  readonly onPlay: (change: Partial<Played>) => void;
}

/** How deep a needle of this length goes, and which parts of the skin and the follicle it can touch. */
export function Depth({ treatment, needleLengthUm, onPlay }: DepthProps) {
  const simulated = useSimulated("insertion", { treatment });
  const { answer } = simulated;
  if (!answer) return <PanelState title={texts.title} simulated={simulated} />;

  const [low, central, high] = answer.depthMm.map(hundredths);
  const meaning = unbroken(
    texts.meaning(String(answer.needleLengthMm), central ?? "", low ?? "", high ?? ""),
  );
  const reaches = reachedWords(answer);
  return (
    <FigurePanel
      title={texts.title}
      meaning={`${meaning} ${reaches}`}
      isStale={simulated.isStale}
      picture={
        <>
          <SkinDepth
            {...answer}
            label={texts.label(`${meaning} ${reaches} ${answer.bulge.says}`)}
          />
          <Legend
            entries={[
              { name: texts.middle, mark: "solid" },
              { name: texts.band, mark: "band" },
              { name: texts.bulgeBand, mark: "tissue" },
            ]}
          />
        </>
      }
      table={<DepthTable {...answer} />}
      controls={
        <>
          <NeedleLength needleLengthUm={needleLengthUm} onPlay={onPlay} />
          <p>
            {unbroken(answer.bulge.says)} {unbroken(texts.home)}
          </p>
          <p>
            {unbroken(
              texts.hole(
                hundredths((2 * answer.holeRadiusUm) / 1000),
                hundredths((2 * answer.openRadiusUm) / 1000),
              ),
            )}
          </p>
        </>
      }
      grade={answer.grade}
      limits={texts.limits}
    />
  );
}

/** "It passes the horny layer, and may get into the upper dermis." */
function reachedWords({ layers }: InsertionAnswer): string {
  const named = (how: "yes" | "perhaps") =>
    layers.filter(({ reached }) => reached === how).map(({ layer }) => texts.layers[layer]);
  return texts.reached(named("yes"), named("perhaps"));
}

function DepthTable({ depthMm, holeRadiusUm, openRadiusUm, layers, bulge, bulb }: InsertionAnswer) {
  const { head, rows, reach, none } = texts;
  const [low = 0, central = 0, high = 0] = depthMm;
  const numbers = [
    ["low", rows.low, low],
    ["central", rows.central, central],
    ["high", rows.high, high],
    ["wide", rows.wide, (2 * holeRadiusUm) / 1000],
    ["open", rows.open, (2 * openRadiusUm) / 1000],
  ] as const;
  return (
    <DataTable
      caption={texts.title}
      heads={[head.what, head.mm, head.reached]}
      rows={[
        ...numbers.map(([key, name, mm]) => ({ key, cells: [name, hundredths(mm), none] })),
        ...layers.map(({ layer, topMm, reached }) => ({
          key: layer,
          cells: [texts.layers[layer], hundredths(topMm), reach[reached]],
        })),
        {
          key: "bulge",
          cells: [rows.bulge, String(bulge.topMm), texts.bulgeReach[bulge.reached]],
        },
        {
          key: "bulb",
          cells: [rows.bulb, String(bulb.topMm), high < bulb.topMm ? reach.no : reach.perhaps],
        },
      ]}
    />
  );
}
