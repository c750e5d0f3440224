/** Zones a person treats. "whole-scalp" is every other zone together. */
export const zoneIds = [
  "frontal-hairline",
  "left-temple",
  "right-temple",
  "mid-scalp",
  "vertex",
  "whole-scalp",
] as const;
export type ZoneId = (typeof zoneIds)[number];
/** A zone that has sections of its own. */
export type PartZoneId = Exclude<ZoneId, "whole-scalp">;

/** The five zones with sections, front to back: the order in which they are rolled. */
export const partZoneIds = [
  "frontal-hairline",
  "left-temple",
  "right-temple",
  "mid-scalp",
  "vertex",
] as const satisfies readonly PartZoneId[];

/** A rounded cell of about 2 × 4 cm: what is rolled at one time. */
export interface Section {
  /** Stable, "vertex/left-back". */
  readonly id: string;
  readonly zone: PartZoneId;
  /** "vertex, left back" */
  readonly name: string;
  /** Lies on the rim of the thinning area; rolled first (the article: start at the edge). */
  readonly isEdge: boolean;
}

/** Size of a section: the drum of a common roller is 2 cm wide; 4 cm is a comfortable stroke (evidence.md 3.4). */
export const sectionSizeCm = { widthCm: 2, lengthCm: 4 } as const;

/**
 * Places of the sections in their zone, left to right and front to back, each with whether it lies on the rim.
 * Mid-scalp and vertex are four columns of two rows; their outer columns are the rim.
 */
const places = {
  "frontal-hairline": [
    ["far-left", true],
    ["left", true],
    ["right", true],
    ["far-right", true],
  ],
  "left-temple": [
    ["front", true],
    ["back", false],
  ],
  "right-temple": [
    ["front", true],
    ["back", false],
  ],
  "mid-scalp": [
    ["far-left-front", true],
    ["left-front", false],
    ["right-front", false],
    ["far-right-front", true],
    ["far-left-back", true],
    ["left-back", false],
    ["right-back", false],
    ["far-right-back", true],
  ],
  vertex: [
    ["far-left-front", true],
    ["left-front", false],
    ["right-front", false],
    ["far-right-front", true],
    ["far-left-back", true],
    ["left-back", false],
    ["right-back", false],
    ["far-right-back", true],
  ],
} as const satisfies Record<PartZoneId, readonly (readonly [place: string, isEdge: boolean])[]>;

const zoneNames = {
  "frontal-hairline": "hairline",
  "left-temple": "left temple",
  "right-temple": "right temple",
  "mid-scalp": "mid-scalp",
  vertex: "vertex",
} as const satisfies Record<PartZoneId, string>;

/** All 24 sections, zone by zone, front to back. */
export const sections: readonly Section[] = partZoneIds.flatMap((zone) =>
  places[zone].map(([place, isEdge]) => ({
    id: `${zone}/${place}`,
    zone,
    name: `${zoneNames[zone]}, ${place.replace("far-", "far ").replace("-", " ")}`,
    isEdge,
  })),
);

/** The part zones meant, each once, front to back. */
export function expandZones(zones: readonly ZoneId[]): readonly PartZoneId[] {
  return zones.includes("whole-scalp")
    ? partZoneIds
    : partZoneIds.filter((zone) => zones.includes(zone));
}

/** The sections of these zones in rolling order: the rim of the whole area first, then what it encloses. */
export function sectionsOf(zones: readonly ZoneId[]): readonly Section[] {
  const wanted = expandZones(zones);
  const inArea = sections.filter(({ zone }) => wanted.includes(zone));
  return [...inArea.filter(({ isEdge }) => isEdge), ...inArea.filter(({ isEdge }) => !isEdge)];
}

/** Whether two lists of zones share any skin. */
export function zonesOverlap(a: readonly ZoneId[], b: readonly ZoneId[]): boolean {
  const inA = expandZones(a);
  return expandZones(b).some((zone) => inA.includes(zone));
}
