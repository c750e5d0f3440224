/** Red, green and blue. */
export type Colour = readonly [number, number, number];

/** Skin by Fitzpatrick's types, lightest first. */
export const skinTones = ["I", "II", "III", "IV", "V", "VI"] as const;
export type SkinTone = (typeof skinTones)[number];

/** Colour of evenly lit skin in grey levels of sRGB; our choice, by eye. */
export const skinColours: Readonly<Record<SkinTone, Colour>> = {
  I: [240, 214, 202],
  II: [230, 194, 176],
  III: [212, 170, 146],
  IV: [180, 136, 108],
  V: [134, 94, 70],
  VI: [92, 64, 50],
};

export const hairColourNames = ["dark", "light"] as const;
export type HairColour = (typeof hairColourNames)[number];

/** A person's hair lies somewhere between these two, in grey levels of sRGB: black to brown, blond to white. */
export const hairColours: Readonly<Record<HairColour, readonly [Colour, Colour]>> = {
  dark: [
    [20, 17, 18],
    [64, 44, 32],
  ],
  light: [
    [222, 200, 160],
    [232, 230, 226],
  ],
};

/** The colour that lies at `fraction` of the way from one to the other. */
export function mixColours(from: Colour, to: Colour, fraction: number): Colour {
  return [
    from[0] + fraction * (to[0] - from[0]),
    from[1] + fraction * (to[1] - from[1]),
    from[2] + fraction * (to[2] - from[2]),
  ];
}
