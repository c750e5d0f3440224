import type { Answers, DeviceInHand } from "./answers.ts";
import type { Finding } from "./assess.ts";
import { findingOf } from "./finding.ts";
import type { Rule } from "./rule.ts";

const reviewedOn = "2026-11-22";

/** Rules about the device a person already has; what is wrong with it is put right by another device. */
export const deviceInHandRules = {
  oneOwner: {
    id: "device-in-hand/one-owner",
    decides: "One device, one person",
    policy: {
      value: undefined,
      says: "Never a device that touched another person.",
      sources: ["mmwr-2024-hiv", "cdc-disinfection"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason:
      "Needles carry blood from one person to the next, and cleaning at home does not remove that danger.",
    reviewedOn,
  },
  undamaged: {
    id: "device-in-hand/undamaged",
    decides: "A device without damage",
    policy: {
      value: undefined,
      says: "Never a device that is bent, rusty, dropped or snagging.",
      sources: ["roller-wear-lay"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "A bent needle tears the skin in place of piercing it.",
    reviewedOn,
  },
  noRadiofrequency: {
    id: "device-in-hand/no-radiofrequency",
    decides: "Radiofrequency needles",
    policy: {
      value: undefined,
      says: "Needles that heat the skin are not part of this treatment.",
      sources: ["rf-fda-notice"],
    },
    verdict: "not-in-article",
    strength: "guidance",
    reason: "Regulators have reports of burns, scars and nerve damage from devices of this kind.",
    reviewedOn,
  },
  homeLength: {
    id: "device-in-hand/home-length",
    decides: "Longest needle at home",
    article: {
      value: { maxUm: 500 },
      says: "0.2 to 0.5 mm at home.",
      place: { section: "What size Dermaroller for hair loss?", statements: ["S42"] },
    },
    policy: {
      value: { maxUm: 500 },
      says: "Never above 0.5 mm at home.",
      sources: ["article-2019", "chu-2021-adverse-events"],
    },
    verdict: "nuance",
    strength: "article",
    reason: "Longer needles draw blood and can scar; that belongs into trained hands.",
    reviewedOn,
  },
  clinicLength: {
    id: "device-in-hand/clinic-length",
    decides: "Longest needle in a clinic",
    article: {
      value: { maxUm: 1000 },
      says: "0.5 to 1 mm in a clinic.",
      place: { section: "What size Dermaroller for hair loss?", statements: ["S41"] },
    },
    policy: {
      value: { maxUm: 1500 },
      says: "Never above 1.5 mm; above 1 mm only as a trial did, with a doctor's recorded override.",
      sources: ["roller-trials-review-2022", "ahmed-2025", "xu-2024"],
    },
    verdict: "nuance",
    strength: "trial",
    reason: "Trials went to 1.5 mm, and pooled results show no gain from going deeper.",
    reviewedOn,
  },
  cautiousLength: {
    id: "device-in-hand/cautious-length",
    decides: "Shorter needles with a drug or a flag",
    article: {
      value: { maxUm: 300 },
      says: "0.2 to 0.3 mm where a topical medicine is in use.",
      place: { section: "What size Dermaroller for hair loss?", statements: ["S28"] },
    },
    policy: {
      value: { maxUm: 300 },
      says: "At home never above 0.3 mm with a drug on the scalp or a condition that asks for caution.",
      sources: ["article-2019", "basilio-2025"],
    },
    verdict: "nuance",
    strength: "article",
    reason:
      "Shorter needles do less harm. They still open the outer skin, so the drug waits all the same.",
    reviewedOn,
  },
  toBuy: {
    id: "device-in-hand/to-buy",
    decides: "What to buy",
    article: {
      says: "A wheel with medical steel needles on a handle.",
      place: { section: "What is Dermaroller treatment for hair?", statements: ["S1"] },
    },
    policy: {
      value: { homeUm: 250 },
      says: "For home: a new roller of 0.25 mm with single needles of surgical steel, in a case.",
      sources: ["article-2019", "schwarz-2011"],
    },
    verdict: "agrees",
    strength: "article",
    reason:
      "Short needles are enough to begin with. Many cheap rollers are stacked discs whose blades cut slits; look for single needles.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<unknown>>;

/** Findings about the device in the hand. Nothing here closes the treatment for good: another device opens it. */
export function judgeDevice(answers: Answers, isCautious: boolean): readonly Finding[] {
  const { device, setting } = answers;
  if (device === undefined) return [];
  if (device === "none-yet") return [noneYet(setting)];

  return [
    ...judgeState(device),
    ...(setting === "clinic" ? judgeClinicLength(device) : judgeHomeLength(device, isCautious)),
  ];
}

function noneYet(setting: Answers["setting"]): Finding {
  return findingOf(deviceInHandRules.toBuy, {
    leadsTo: "suitable",
    says: "You told us that you have no device yet.",
    nextStep:
      setting === "clinic"
        ? "The clinic opens a new, sterile needle head for you and notes its lot number."
        : "Buy a new 0.25 mm roller with single needles of surgical steel, a closed case, and 70 % alcohol.",
    from: ["device"],
  });
}

function judgeState(device: DeviceInHand): readonly Finding[] {
  const findings: Finding[] = [];
  if (device.kind === "radiofrequency")
    findings.push(
      findingOf(deviceInHandRules.noRadiofrequency, {
        leadsTo: "wait",
        says: "You told us that your device heats the skin by radiofrequency.",
        nextStep: "Do not use it on your scalp. Get a plain roller, then answer again.",
        from: ["device.kind"],
      }),
    );
  if (device.usedByAnotherPerson !== "no")
    findings.push(
      findingOf(deviceInHandRules.oneOwner, {
        leadsTo: device.usedByAnotherPerson === "yes" ? "wait" : "not-enough-known",
        says:
          device.usedByAnotherPerson === "yes"
            ? "You told us that another person has used this device."
            : "You are not sure whether another person has used this device.",
        nextStep: "Throw it away safely and get a new one for you alone, then answer again.",
        from: ["device.usedByAnotherPerson"],
      }),
    );
  if (device.damaged !== "no")
    findings.push(
      findingOf(deviceInHandRules.undamaged, {
        leadsTo: device.damaged === "yes" ? "wait" : "not-enough-known",
        says:
          device.damaged === "yes"
            ? "You told us that the device is damaged."
            : "You are not sure whether the device is damaged.",
        nextStep:
          device.damaged === "yes"
            ? "Throw it away safely and get a new one, then answer again."
            : "Look at the needles under a lens and roll it over a paper tissue: a fibre that catches means a hook.",
        from: ["device.damaged"],
      }),
    );
  return findings;
}

function judgeHomeLength(
  { needleLengthUm }: DeviceInHand,
  isCautious: boolean,
): readonly Finding[] {
  const from = ["device.needleLengthUm"];
  const says = `You told us that your needles are ${needleLengthUm / 1000} mm long.`;
  if (needleLengthUm > deviceInHandRules.homeLength.policy.value.maxUm)
    return [
      findingOf(deviceInHandRules.homeLength, {
        leadsTo: "wait",
        says,
        nextStep: "Do not use it at home. Get a roller of 0.2 to 0.5 mm, then answer again.",
        from,
      }),
    ];
  if (isCautious && needleLengthUm > deviceInHandRules.cautiousLength.policy.value.maxUm)
    return [
      findingOf(deviceInHandRules.cautiousLength, {
        leadsTo: "suitable-with-caution",
        says,
        nextStep:
          "Your plan will ask for 0.2 to 0.3 mm: get such a roller before the first session.",
        from,
      }),
    ];
  return [];
}

function judgeClinicLength({ needleLengthUm }: DeviceInHand): readonly Finding[] {
  const { article, policy } = deviceInHandRules.clinicLength;
  if (needleLengthUm <= article.value.maxUm) return [];

  const isOut = needleLengthUm > policy.value.maxUm;
  return [
    findingOf(deviceInHandRules.clinicLength, {
      leadsTo: isOut ? "wait" : "suitable-with-caution",
      says: `You told us that the needles are ${needleLengthUm / 1000} mm long.`,
      nextStep: isOut
        ? "Take a needle head of 0.5 to 1 mm, then answer again."
        : "Take 0.5 to 1 mm, or have a doctor record the override for a named trial protocol.",
      from: ["device.needleLengthUm"],
    }),
  ];
}
