import type { ReactNode } from "react";
import classes from "./Field.module.css";

/** A setting with its control below its name. */
export function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.field}>
      <span aria-hidden>{label}</span>
      {children}
    </div>
  );
}
