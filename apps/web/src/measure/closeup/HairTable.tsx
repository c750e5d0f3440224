import type { NamedHair } from "@stipple/trichometry";
import { useState } from "react";
import { Panel } from "../../ui/Panel.tsx";
import classes from "./CloseUp.module.css";
import { closeUpTexts } from "./texts.ts";

const texts = closeUpTexts.table;

interface HairTableProps {
  readonly hairs: readonly NamedHair[];
  readonly chosen: NamedHair | undefined;
  readonly onChoose: (hair: NamedHair) => void;
  readonly onRemove: (hair: NamedHair) => void;
}

/** The same hairs as on the photo, for whoever reads numbers better. */
export function HairTable({ hairs, chosen, onChoose, onRemove }: HairTableProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Panel title={texts.title}>
      <div className={classes.tools}>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {texts.show(hairs.length)}
        </button>
      </div>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
        <section className={classes.scroll} aria-label={texts.title} tabIndex={0}>
          <table className={classes.hairTable}>
            <thead>
              <tr>
                {[texts.hair, texts.kind, texts.width, texts.length, texts.from, texts.act].map(
                  (head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {hairs.map((hair, index) => (
                <Row
                  key={hair.id}
                  hair={hair}
                  place={index + 1}
                  isChosen={hair.id === chosen?.id}
                  onChoose={() => onChoose(hair)}
                  onRemove={() => onRemove(hair)}
                />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Panel>
  );
}

interface RowProps {
  readonly hair: NamedHair;
  readonly place: number;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
  readonly onRemove: () => void;
}

function Row({ hair, place, isChosen, onChoose, onRemove }: RowProps) {
  const { widthUm, widthSdUm, lengthUm } = hair;
  const kind = closeUpTexts.classes[hair.class ?? "unknown"];
  return (
    <tr data-chosen={isChosen || undefined}>
      <th scope="row">{place}</th>
      <td>{hair.borderCut ? `${kind}, ${texts.cut}` : kind}</td>
      <td>
        {widthUm === undefined
          ? texts.none
          : `${widthUm.toFixed(0)} ± ${(widthSdUm ?? 0).toFixed(0)}`}
      </td>
      <td>{lengthUm === undefined ? texts.none : (lengthUm / 1000).toFixed(1)}</td>
      <td>{texts.bySource[hair.source]}</td>
      <td>
        <div className={classes.tools}>
          <button type="button" aria-label={texts.choose(place)} onClick={onChoose}>
            {place}
          </button>
          <button type="button" aria-label={texts.remove(place)} onClick={onRemove}>
            ×
          </button>
        </div>
      </td>
    </tr>
  );
}
