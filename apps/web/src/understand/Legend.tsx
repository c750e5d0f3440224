import classes from "./Understand.module.css";

interface LegendProps {
  readonly entries: readonly {
    readonly name: string;
    readonly mark: "solid" | "dotted" | "dashed" | "band" | "pale" | "session";
    readonly isArticle?: boolean;
  }[];
}

/** What the lines and bands of a figure stand for, in words and in the same marks. */
export function Legend({ entries }: LegendProps) {
  return (
    <ul className={classes.legend}>
      {entries.map(({ name, mark, isArticle }) => (
        <li key={name}>
          <i data-mark={mark} data-article={isArticle || undefined} aria-hidden />
          {name}
        </li>
      ))}
    </ul>
  );
}
