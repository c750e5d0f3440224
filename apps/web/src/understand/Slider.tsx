import { useId } from "react";
import classes from "./Understand.module.css";

interface SliderProps {
  readonly label: string;
  readonly steps: readonly number[];
  readonly value: number;
  readonly show: (value: number) => string;
  readonly onChange: (value: number) => void;
}

/** A number that moves in steps, by hand or by arrow keys. A value between two steps stands at the nearer. */
export function Slider({ label, steps, value, show, onChange }: SliderProps) {
  const id = useId();
  const at = nearest(steps, value);

  return (
    <div className={classes.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{show(value)}</output>
      <input
        id={id}
        type="range"
        min={0}
        max={steps.length - 1}
        step={1}
        value={at}
        aria-valuetext={show(value)}
        onChange={(event) => onChange(steps[event.currentTarget.valueAsNumber] ?? value)}
      />
    </div>
  );
}

function nearest(steps: readonly number[], value: number): number {
  return steps.reduce(
    (best, step, index) =>
      Math.abs(step - value) < Math.abs((steps[best] ?? 0) - value) ? index : best,
    0,
  );
}
