import { normalShare } from "./normal.ts";

/** By shaft width: vellus below 30 µm, terminal from 40 µm on (specification section 3, step 12). */
const hairClasses = ["vellus", "intermediate", "terminal"] as const;
export type HairClass = (typeof hairClasses)[number];

const classCutsUm = { vellusBelow: 30, terminalFrom: 40 };

export function classOfWidth(widthUm: number): HairClass {
  if (widthUm < classCutsUm.vellusBelow) return "vellus";
  return widthUm < classCutsUm.terminalFrom ? "intermediate" : "terminal";
}

/** Share of vellus hairs when every hair counts with the chance that it is one, given the error of its own width. */
export function softVellusFraction(
  hairs: readonly { readonly widthUm: number; readonly widthSdUm: number }[],
): number {
  const sum = hairs.reduce(
    (total, { widthUm, widthSdUm }) =>
      total + normalShare((classCutsUm.vellusBelow - widthUm) / Math.max(0.1, widthSdUm)),
    0,
  );
  return hairs.length === 0 ? 0 : sum / hairs.length;
}
