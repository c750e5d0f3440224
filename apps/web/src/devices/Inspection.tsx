import { Button } from "@mantine/core";
import type { DeviceEvent } from "@stipple/protocol";
import { Sheet } from "../ui/Sheet.tsx";
import classes from "./InspectionGuide.module.css";
import { InspectionSteps } from "./InspectionGuide.tsx";
import { devicesTexts } from "./texts.ts";

type Found = Extract<DeviceEvent, { readonly kind: "inspected" }>["found"];

const found: readonly Found[] = ["straight-and-clean", "bent", "rusty", "residue", "snags"];

interface InspectionProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onFound: (found: Found) => void;
}

/** The check, step by step, and what was seen. */
export function Inspection({ opened, onClose, onFound }: InspectionProps) {
  return (
    <Sheet opened={opened} onClose={onClose} title={devicesTexts.guide.title}>
      <InspectionSteps />
      <h3>{devicesTexts.inspect.title}</h3>
      <div className={classes.found}>
        {found.map((what) => (
          <Button
            key={what}
            size="lg"
            variant={what === "straight-and-clean" ? "filled" : "outline"}
            onClick={() => onFound(what)}
          >
            {devicesTexts.inspect.found[what]}
          </Button>
        ))}
      </div>
    </Sheet>
  );
}
