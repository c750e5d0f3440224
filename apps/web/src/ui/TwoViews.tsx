import { type ReactNode, useState } from "react";
import { Panel } from "./Panel.tsx";
import { Segments } from "./Segments.tsx";
import classes from "./TwoViews.module.css";
import { uiTexts } from "./texts.ts";

const texts = uiTexts.views;

interface TwoViewsProps {
  readonly title: string;
  /** What it means, in a sentence; above both views. */
  readonly lead?: ReactNode;
  readonly picture: ReactNode;
  readonly table: ReactNode;
  /** What can be changed and how sure it is: beside the figure on a wide screen, below it on a phone. */
  readonly beside?: ReactNode;
}

/** A figure and the same as a table, for whoever reads numbers better. */
export function TwoViews({ title, lead, picture, table, beside }: TwoViewsProps) {
  const [view, setView] = useState<"picture" | "table">("picture");

  return (
    <Panel title={title}>
      {lead}
      <div className={classes.columns} data-two={beside ? true : undefined}>
        <div className={classes.view}>
          <div className={classes.switch}>
            <Segments
              legend={`${title}: ${texts.legend}`}
              choices={[
                { value: "picture", label: texts.picture },
                { value: "table", label: texts.table },
              ]}
              chosen={view}
              onChoose={setView}
            />
          </div>
          {view === "picture" ? picture : table}
        </div>
        {beside && <div className={classes.beside}>{beside}</div>}
      </div>
    </Panel>
  );
}

interface DataTableProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

/** The first column names the row. */
export function DataTable({ caption, heads, rows }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <table className={classes.table}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [first, ...rest] }) => (
            <tr key={key}>
              <th scope="row">{first}</th>
              {rest.map((cell, index) => (
                <td key={heads[index + 1] ?? index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
