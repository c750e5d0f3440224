import { longestHomeUm, needleLengthsUm, type Played } from "./choices.ts";
import { Slider } from "./Slider.tsx";
import { understandTexts } from "./texts.ts";

interface NeedleLengthProps {
  readonly needleLengthUm: number;
  readonly onPlay: (change: Partial<Played>) => void;
}

/** The same needle for every step that depends on it. */
export function NeedleLength({ needleLengthUm, onPlay }: NeedleLengthProps) {
  const steps = [...new Set<number>([...needleLengthsUm, needleLengthUm])].toSorted(
    (a, b) => a - b,
  );
  return (
    <Slider
      label={understandTexts.needle}
      steps={steps}
      value={needleLengthUm}
      show={(lengthUm) =>
        understandTexts.needleLength(String(lengthUm / 1000), lengthUm > longestHomeUm)
      }
      onChange={(lengthUm) => onPlay({ needleLengthUm: lengthUm })}
    />
  );
}
