import { sources } from "@stipple/evidence";
import type { Reason } from "@stipple/protocol";
import { wrap } from "./layout.ts";

const strengths: Readonly<Record<Reason["strength"], string>> = {
  trial: "from trials in people",
  guidance: "from guidance or a label",
  observation: "from measurements or case reports",
  article: "from the article alone",
  "cautious-default": "the cautious choice, without direct evidence",
};

/** Each rule once, in the order given: why, what the article says, how well it is supported, where it is written. */
export function reasonLines(reasons: readonly Reason[], indent = "  "): string[] {
  const once = new Map(reasons.map((reason) => [reason.ruleId, reason]));
  return [...once.values()].map((reason) => reasonText(reason, indent));
}

function reasonText({ ruleId, reason, article, policy, strength }: Reason, indent: string): string {
  const hang = { indent: `${indent}  `, hang: `${indent}  ` };
  const lines = [wrap(`[${ruleId}] ${reason}`, { indent, hang: `${indent}  ` })];
  lines.push(wrap(`Rule: ${policy.says} (${strengths[strength]})`, hang));
  if (article) {
    const statements = article.place.statements.join(", ");
    lines.push(wrap(`Article: ${article.says} (${article.place.section}, ${statements})`, hang));
  }
  for (const id of policy.sources) {
    const { title, year } = sources[id];
    lines.push(wrap(`Source: ${title}, ${year}`, { ...hang, hang: `${indent}    ` }));
  }
  return lines.join("\n");
}
