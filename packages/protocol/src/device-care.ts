import { z } from "zod";
import { isoDateSchema, needleLengthUmSchema } from "./answers.ts";
import {
  addMonths,
  compareInstants,
  daysBetween,
  type Instant,
  type IsoDate,
  localDate,
} from "./calendar.ts";
import { deviceRule } from "./device-rules.ts";
import { hygiene } from "./hygiene.ts";
import { type Reason, type Rule, reasonOf } from "./rule.ts";
import { instantSchema } from "./session-record.ts";

/** A device as registered by its one owner. */
export const deviceSchema = z
  .strictObject({
    id: z.uuid(),
    name: z.string().min(1).max(60),
    kind: z.enum(["roller", "pen", "stamp"]),
    needleLengthUm: needleLengthUmSchema,
    needleCount: z.int().min(1).max(2000).optional(),
    construction: z.enum(["single-needles", "stacked-discs", "unknown"]),
    material: z.enum(["steel", "titanium", "gold-plated", "unknown"]),
    lot: z.string().max(60).optional(),
    firstUsedOn: isoDateSchema.optional(),
    /** Uses before it was registered here. */
    earlierUses: z.int().min(0).max(1000),
    usedByAnotherPerson: z.enum(["yes", "no", "unknown"]),
  })
  .meta({ id: "Device", description: "A needling device and its one owner's facts about it" });
export type Device = z.infer<typeof deviceSchema>;

/** What happened to a device besides sessions. Append-only, client-made ids. */
export const deviceEventSchema = z
  .discriminatedUnion("kind", [
    z.strictObject({ id: z.uuid(), at: instantSchema, kind: z.literal("dropped") }),
    z.strictObject({
      id: z.uuid(),
      at: instantSchema,
      kind: z.literal("inspected"),
      found: z.enum(["straight-and-clean", "bent", "rusty", "residue", "snags"]),
    }),
    z.strictObject({ id: z.uuid(), at: instantSchema, kind: z.literal("cleaned") }),
    z.strictObject({ id: z.uuid(), at: instantSchema, kind: z.literal("retired") }),
  ])
  .meta({ id: "DeviceEvent" });
export type DeviceEvent = z.infer<typeof deviceEventSchema>;

export interface DeviceUse {
  readonly endedAt: Instant;
  readonly cleaned: boolean;
}

export interface DeviceState {
  readonly uses: number;
  readonly firstUsedOn?: IsoDate;
  readonly ageDays?: number;
  /** "fit" may be used; "warn" may be used, replace soon; "blocked" may not. */
  readonly fitness: "fit" | "warn" | "blocked";
  readonly usesLeft: number;
  readonly daysLeft?: number;
  /** Why it is warned about or blocked; empty when fit. */
  readonly findings: readonly {
    readonly says: string;
    readonly nextStep: string;
    readonly decidedBy: readonly Reason[];
  }[];
}

/** Everything that speaks about the device, in the order of time. */
interface DeviceRecord {
  readonly uses: readonly DeviceUse[];
  readonly events: readonly DeviceEvent[];
}

type DeviceFinding = DeviceState["findings"][number];

interface Life {
  readonly uses: number;
  readonly firstUsedOn: IsoDate | undefined;
  readonly today: IsoDate;
}

/** Whether this device may be used today, and how much life is left. */
export function careForDevice(device: Device, record: DeviceRecord, today: IsoDate): DeviceState {
  const uses = device.earlierUses + record.uses.length;
  const firstUsedOn = firstUseOf(device, record);
  const life = { uses, firstUsedOn, today };
  const blocking = [
    ...ownerFindings(device),
    ...conditionFindings(record),
    ...cleaningFindings(record),
    ...endOfLifeFindings(life),
  ];
  const warnings = blocking.length > 0 ? [] : warningFindings(life);

  return {
    uses,
    ...(firstUsedOn && {
      firstUsedOn,
      ageDays: Math.max(0, daysBetween(firstUsedOn, today)),
      daysLeft: Math.max(0, daysBetween(today, addMonths(firstUsedOn, lifeTime.maxMonths))),
    }),
    fitness: blocking.length > 0 ? "blocked" : warnings.length > 0 ? "warn" : "fit",
    usesLeft: Math.max(0, lifeTime.maxUses - uses),
    findings: [...blocking, ...warnings],
  };
}

const lifeTime = deviceRule.life.policy.value;

/** The registered day, or the day of the first recorded use when that is earlier or nothing was registered. */
function firstUseOf({ firstUsedOn }: Device, { uses }: DeviceRecord): IsoDate | undefined {
  const days = uses.map(({ endedAt }) => localDate(endedAt, "UTC"));
  return [...days, ...(firstUsedOn ? [firstUsedOn] : [])].toSorted()[0];
}

function finding(rule: Rule<unknown>, says: string, nextStep: string): DeviceFinding {
  return { says, nextStep, decidedBy: [reasonOf(rule)] };
}

function ownerFindings({ usedByAnotherPerson }: Device): readonly DeviceFinding[] {
  if (usedByAnotherPerson === "no") return [];
  const says =
    usedByAnotherPerson === "yes"
      ? "Another person has used this device."
      : "You do not know whether another person has used this device.";
  return [finding(hygiene.oneOwner, says, "Use a new device that only you use.")];
}

const foundSays = {
  bent: "The last check found bent needles.",
  rusty: "The last check found rust.",
  residue: "The last check found residue on the needles.",
  snags: "The last check found needles that snag.",
} as const;

/** What drops and checks say; the newest check decides, and retiring is for good. */
function conditionFindings({ events }: DeviceRecord): readonly DeviceFinding[] {
  const inOrder = events.toSorted((a, b) => compareInstants(a.at, b.at));
  if (inOrder.some(({ kind }) => kind === "retired"))
    return [finding(deviceRule.retired, "You retired this device.", "Use another device.")];

  const checks = inOrder.filter((event) => event.kind === "inspected");
  const newest = checks.at(-1);
  const drop = inOrder.findLast(({ kind }) => kind === "dropped");
  const isDropOpen =
    drop !== undefined &&
    (newest === undefined ||
      newest.found !== "straight-and-clean" ||
      compareInstants(drop.at, newest.at) >= 0);

  return [
    ...(isDropOpen
      ? [
          finding(
            deviceRule.dropped,
            "It was dropped and has not been found straight since.",
            "Check every row of needles under a bright light, then record what you found.",
          ),
        ]
      : []),
    ...(newest && newest.found !== "straight-and-clean"
      ? [finding(deviceRule.inspection, foundSays[newest.found], nextStepFor[newest.found])]
      : []),
  ];
}

const nextStepFor = {
  bent: "Throw it away and use a new device.",
  rusty: "Throw it away and use a new device.",
  residue: "Wash and disinfect it, then check it again.",
  snags: "Throw it away and use a new device.",
} as const;

/** A use that was not followed by cleaning keeps the device closed. */
function cleaningFindings({ uses, events }: DeviceRecord): readonly DeviceFinding[] {
  const dirty = uses
    .filter(({ cleaned }) => !cleaned)
    .toSorted((a, b) => compareInstants(a.endedAt, b.endedAt))
    .at(-1);
  if (dirty === undefined) return [];
  const wasCleanedLater =
    uses.some(({ cleaned, endedAt }) => cleaned && compareInstants(endedAt, dirty.endedAt) > 0) ||
    events.some(({ kind, at }) => kind === "cleaned" && compareInstants(at, dirty.endedAt) >= 0);
  return wasCleanedLater
    ? []
    : [
        finding(
          deviceRule.cleanBeforeUse,
          "It was not cleaned after the last session.",
          "Wash it, lay it in 70 % alcohol for 10 minutes and let it dry; then record the cleaning.",
        ),
      ];
}

function endOfLifeFindings({ uses, firstUsedOn, today }: Life): readonly DeviceFinding[] {
  const nextStep = "Throw it away where nobody can prick themselves, and use a new device.";
  const endsOn = firstUsedOn && addMonths(firstUsedOn, lifeTime.maxMonths);
  return [
    ...(uses >= lifeTime.maxUses
      ? [
          finding(
            deviceRule.life,
            `It has ${uses} uses; ${lifeTime.maxUses} are the limit.`,
            nextStep,
          ),
        ]
      : []),
    ...(endsOn && today >= endsOn
      ? [
          finding(
            deviceRule.life,
            `It was first used on ${firstUsedOn}; ${lifeTime.maxMonths} months are the limit.`,
            nextStep,
          ),
        ]
      : []),
  ];
}

function warningFindings({ uses }: Life): readonly DeviceFinding[] {
  if (uses < lifeTime.warnUses) return [];
  return [
    finding(
      deviceRule.life,
      `It has ${uses} uses; at ${lifeTime.maxUses} it is worn out.`,
      "Get the next device soon, of the same needle length.",
    ),
  ];
}
