import type { PixelImage } from "../image.ts";

/** A straight hair of a drawn photo, in pixels; opacity 1 lets no light through. */
export interface DrawnHair {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly widthPx: number;
  readonly opacity?: number;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly hairs: readonly DrawnHair[];
  /** Skin in linear light. */
  readonly skin?: number;
  readonly gain?: number;
  readonly gamma?: number;
}

/** A photo of skin with a faint even grain and straight hairs, drawn in linear light with smooth edges. */
export function drawCloseup({
  width,
  height,
  hairs,
  skin = 0.35,
  gain = 1,
  gamma = 1,
}: Drawing): PixelImage {
  const light = new Float64Array(width * height);
  for (let i = 0; i < light.length; i++) light[i] = skin * (1 + 0.03 * (grain(i) - 0.5));
  for (const hair of hairs) shade(light, width, height, hair);
  const rgba = new Uint8Array(4 * light.length).fill(255);
  for (let i = 0; i < light.length; i++) {
    const byte = 255 * srgb(Math.min(1, gain * (light[i] ?? 0))) ** gamma;
    rgba.fill(Math.round(byte), 4 * i, 4 * i + 3);
  }
  return { width, height, rgba };
}

function shade(light: Float64Array, width: number, height: number, hair: DrawnHair): void {
  const [fromX, fromY] = hair.from;
  const length = Math.hypot(hair.to[0] - fromX, hair.to[1] - fromY);
  const alongX = (hair.to[0] - fromX) / length;
  const alongY = (hair.to[1] - fromY) / length;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const along = (x - fromX) * alongX + (y - fromY) * alongY;
      const across = Math.abs((y - fromY) * alongX - (x - fromX) * alongY);
      const side = soft(hair.widthPx / 2 - across);
      const end = Math.min(soft(along), soft(length - along));
      const cover = Math.min(side, end) * (hair.opacity ?? 0.9);
      light[y * width + x] = (light[y * width + x] ?? 0) * (1 - cover);
    }
  }
}

/** An edge that rises over about three pixels. */
function soft(inside: number): number {
  return 1 / (1 + Math.exp(-2 * inside));
}

function srgb(light: number): number {
  return light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
}

/** A fixed pattern between 0 and 1 that looks like noise. */
function grain(i: number): number {
  let bits = Math.imul(i ^ 0x9e3779b9, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return ((bits ^ (bits >>> 16)) >>> 0) / 2 ** 32;
}
