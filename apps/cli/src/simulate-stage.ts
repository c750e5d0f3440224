import { Problem } from "./problem.ts";

/** Stages that are shown alone; "all" is every one of them. */
export const stages = ["punctures", "absorption", "healing", "follicles", "all"] as const;
export type StageName = (typeof stages)[number];
export type OneStage = Exclude<StageName, "all">;

export function readStage(name: string): StageName {
  const stage = stages.find((candidate) => candidate === name);
  if (stage !== undefined) return stage;
  throw new Problem(`There is no stage "${name}".`, {
    detail: `The stages are ${stages.join(", ")}.`,
    action: "Use one of these names.",
  });
}

/** A table and a picture hold one stage; which one is for the person to say. */
export function oneStage(stage: StageName, option: string): OneStage {
  if (stage !== "all") return stage;
  throw new Problem(`${option} shows one stage at a time.`, {
    detail: `The stages are ${stages.filter((name) => name !== "all").join(", ")}.`,
    action: `Name one, for example: --stage follicles ${option}.`,
  });
}
