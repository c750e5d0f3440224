import type { NorwoodStage as Stage } from "@stipple/protocol";
import { useMemo } from "react";
import { HeadDrawing } from "./HeadDrawing.tsx";
import { norwoodDots } from "./norwood-hair.ts";

/** A Norwood–Hamilton stage from above: hair as dots, the thin area clear. */
export function NorwoodStage({ stage, title }: { readonly stage: Stage; readonly title: string }) {
  const dots = useMemo(() => norwoodDots(stage), [stage]);
  return <HeadDrawing title={title} dots={dots} dotSize={6} />;
}
