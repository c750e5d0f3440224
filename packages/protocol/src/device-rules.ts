import type { Rule } from "./rule.ts";

/** How long one device lasts. */
interface DeviceLife {
  readonly warnUses: number;
  readonly maxUses: number;
  readonly maxMonths: number;
}

const reviewedOn = "2026-11-22";

/** When a device may not touch the scalp. */
export const deviceRule = {
  life: {
    id: "device/life",
    decides: "How long a device lasts",
    policy: {
      value: { warnUses: 10, maxUses: 15, maxMonths: 3 },
      says: "A warning at 10 uses; no more use from 15 uses, or 3 months after the first use.",
      sources: ["roller-wear-lay"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "Needles get blunt and bend a little each time, and blunt needles tear your skin. Nobody has measured how fast, so this limit follows what sellers and users report.",
    reviewedOn,
  },
  dropped: {
    id: "device/dropped",
    decides: "A device that was dropped",
    policy: {
      value: undefined,
      says: "After a drop the device stays closed until you have found every needle straight.",
      sources: ["roller-wear-lay"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "A drop bends tips, and one hooked tip scratches or pulls out hair with every turn.",
    reviewedOn,
  },
  inspection: {
    id: "device/inspection",
    decides: "What the last check found",
    policy: {
      value: undefined,
      says: "A device with bent, rusty, dirty or snagging needles is not used.",
      sources: ["roller-wear-lay", "cdc-disinfection"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason:
      "Bent and rusty needles tear instead of pricking, and residue keeps alcohol off the steel.",
    reviewedOn,
  },
  cleanBeforeUse: {
    id: "device/clean-before-use",
    decides: "A device that was put away dirty",
    article: {
      says: "Clean the roller after every use.",
      place: { section: "How to use Dermaroller for hair growth?", statements: ["S39"] },
    },
    policy: {
      value: undefined,
      says: "A device that was not washed and disinfected after its last use stays closed until it is.",
      sources: ["cdc-disinfection", "aap-disinfection"],
    },
    verdict: "nuance",
    strength: "guidance",
    reason: "What stays on the needles goes into your skin at the next session.",
    reviewedOn,
  },
  retired: {
    id: "device/retired",
    decides: "A device you put away for good",
    policy: {
      value: undefined,
      says: "A retired device is not taken up again.",
      sources: ["roller-wear-lay"],
    },
    verdict: "not-in-article",
    strength: "cautious-default",
    reason: "You once decided that it is worn out; needles do not recover.",
    reviewedOn,
  },
} as const satisfies Record<string, Rule<DeviceLife> | Rule>;

/** Wear, checks and ownership of the device. */
export const deviceRules: readonly Rule<unknown>[] = Object.values(deviceRule);
