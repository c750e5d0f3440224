import { aftercareRules } from "./aftercare-rules.ts";
import { openQuestionsRule } from "./assess.ts";
import { combinationRules } from "./combination.ts";
import { absoluteContraindications, relativeContraindications } from "./contraindications.ts";
import { deviceInHandRules } from "./device-in-hand.ts";
import { deviceRules } from "./device-rules.ts";
import { frequencyRules } from "./frequency.ts";
import { hygieneRules } from "./hygiene.ts";
import { needleLengthRules } from "./needle-length.ts";
import { norwoodHamiltonRules } from "./norwood-hamilton.ts";
import { patternSignRules } from "./pattern-signs.ts";
import { personRules } from "./person/rules.ts";
import { reviewRules } from "./reviews.ts";
import type { Rule } from "./rule.ts";
import { gateRules } from "./session-gate.ts";
import { sinclairRules } from "./sinclair.ts";
import { techniqueRules } from "./technique.ts";

/** Every rule of the treatment, in the order a treatment meets them. */
export const allRules: readonly Rule<unknown>[] = [
  openQuestionsRule,
  ...Object.values(norwoodHamiltonRules),
  ...Object.values(sinclairRules),
  ...patternSignRules,
  ...absoluteContraindications,
  ...relativeContraindications,
  ...Object.values(personRules),
  ...Object.values(deviceInHandRules),
  ...needleLengthRules,
  ...frequencyRules,
  ...combinationRules,
  ...gateRules,
  ...techniqueRules,
  ...hygieneRules,
  ...deviceRules,
  ...aftercareRules,
  ...reviewRules,
];
