import classes from "./Simulator.module.css";

interface LegendProps {
  readonly entries: readonly {
    readonly name: string;
    readonly mark: "solid" | "dotted" | "dashed" | "band" | "pale" | "session" | "trial" | "tissue";
    /** What it has to do with; an estimate where nothing is said. */
    readonly of?: "article" | "intact-skin";
  }[];
}

/** What the lines and bands of a figure stand for, in words and in the same marks. */
export function Legend({ entries }: LegendProps) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ name, mark, of }) => (
        <li key={name}>
          <i data-mark={mark} data-of={of} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  );
}
