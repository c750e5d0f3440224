import { type Choice, ChoiceCards } from "../../ui/ChoiceCards.tsx";

interface ListQuestionProps<Value extends string> {
  readonly legend: string;
  readonly choices: readonly Choice<Value | "none" | "unknown">[];
  readonly chosen: readonly (Value | "none" | "unknown")[];
  readonly onChange: (chosen: (Value | "none" | "unknown")[]) => void;
}

/** Several answers; "none" and "I don't know" each stand alone. */
export function ListQuestion<Value extends string>({
  legend,
  choices,
  chosen,
  onChange,
}: ListQuestionProps<Value>) {
  const toggle = (value: Value | "none" | "unknown") => {
    const isAlone = value === "none" || value === "unknown";
    if (chosen.includes(value)) return onChange(chosen.filter((other) => other !== value));
    if (isAlone) return onChange([value]);
    onChange([...chosen.filter((other) => other !== "none" && other !== "unknown"), value]);
  };

  return (
    <ChoiceCards legend={legend} choices={choices} chosen={chosen} onChoose={toggle} isMultiple />
  );
}
