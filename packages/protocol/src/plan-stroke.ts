import type { Answers, Setting } from "./answers.ts";
import type { Restrictions } from "./assess.ts";
import { because, type ChangedWish, changed, decided } from "./decided.ts";
import { shortNeedleMaxUm } from "./frequency.ts";
import type { Plan } from "./plan.ts";
import type { ProtocolDocument } from "./protocol-document.ts";
import {
  directions,
  evenRolls,
  fitsSession,
  patternFor,
  rollingMin,
  technique,
} from "./technique.ts";

export interface StrokeDecision {
  readonly stroke: Plan["stroke"];
  readonly sessionMin: Plan["sessionMin"];
  readonly changedWishes: readonly ChangedWish[];
}

const [, , fewest] = evenRolls;
const { minRolls, maxRolls } = technique.rolls.policy.value;
const pinpointFromUm = 1000;

/** How each section is rolled, and how long all of them take. */
export function decideStroke({
  protocol,
  hairLength,
  setting,
  sectionCount,
  wishedRolls,
}: {
  readonly protocol: ProtocolDocument;
  readonly hairLength: Answers["hairLength"];
  readonly setting: Setting;
  readonly sectionCount: number;
  readonly wishedRolls: number | undefined;
}): StrokeDecision {
  const wish = wishedRolls ?? protocol.rollsPerSection;
  const fits = (rolls: number) => fitsSession(setting, rollingMin(sectionCount, rolls));
  const chosen = evenRolls.find(({ rolls }) => rolls <= wish && fits(rolls)) ?? fewest;
  const pattern = patternFor(hairLength);

  return {
    stroke: {
      pattern: decided(pattern, technique[pattern], technique.rootsToEnds),
      directionsDeg: directions[pattern][chosen.directionCount],
      rollsPerDirection: chosen.rollsPerDirection,
      rollsPerSection: decided(chosen.rolls, technique.rolls, technique.evenShare),
      paceCmPerS: decided(technique.pace.policy.value.paceCmPerS, technique.pace),
    },
    sessionMin: decided(
      rollingMin(sectionCount, chosen.rolls),
      technique.sessionLength,
      technique.pace,
    ),
    changedWishes: wish === chosen.rolls ? [] : [rollsChange(wish, chosen.rolls, fits)],
  };
}

function rollsChange(wish: number, rolls: number, fits: (rolls: number) => boolean): ChangedWish {
  const isOutside = wish < minRolls || wish > maxRolls;
  return changed(
    `${wish} rolls for each section`,
    `${rolls} rolls for each section`,
    ...(isOutside ? [technique.rolls] : [technique.evenShare]),
    ...(fits(Math.min(wish, maxRolls)) ? [] : [technique.sessionLength]),
  );
}

/** How far a section is rolled, by length, place and health. */
export function decideEndpoint(
  protocol: ProtocolDocument,
  needleUm: number,
  { hasRelativeFlag }: Restrictions,
): Plan["endpoint"] {
  if (needleUm <= shortNeedleMaxUm) return decided("even-pink", technique.endpointHomeShort);
  if (needleUm < pinpointFromUm || protocol.endpoint !== "pinpoint-bleeding-allowed") {
    return decided("mild-redness", technique.endpointRedness);
  }
  return hasRelativeFlag
    ? decided("mild-redness", technique.bloodThinnerEndpoint)
    : decided("pinpoint-bleeding-allowed", technique.endpointPinpoint);
}

/** When to stop a section or a session, for a screen and for a voice. */
export function stopRulesFor(setting: Setting): Plan["stopRules"] {
  const blood = setting === "home" ? technique.stopBloodHome : technique.stopBloodClinic;
  const rules = [technique.stopPain, technique.stopSnag, blood, technique.sessionLength];
  return rules
    .filter((rule) => setting === "home" || rule !== technique.sessionLength)
    .map((rule) => ({ when: rule.policy.says, decidedBy: because(rule) }));
}
