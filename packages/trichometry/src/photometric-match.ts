import { linearFromSrgb } from "./darkness.ts";
import type { Homography } from "./homography.ts";
import { mapPoint } from "./homography.ts";
import type { PixelImage } from "./image.ts";

/** What makes the second photo's skin look like the first's: first ≈ gain · second ^ gamma, in linear light. */
export interface PhotometricMatch {
  readonly channels: readonly [ChannelMatch, ChannelMatch, ChannelMatch];
  /** Pixels that it stands on. */
  readonly pixels: number;
}

interface ChannelMatch {
  readonly gain: number;
  readonly gamma: number;
}

export interface PhotometricRequest {
  readonly first: PixelImage;
  readonly second: PixelImage;
  /** From pixels of the first photo to pixels of the second. */
  readonly homography: Homography;
  /** Pixels of the first photo that show skin, the forehead, an ear or a grey patch, and no hair: 1 there. */
  readonly skinMask: Uint8Array;
}

/** Fewer pixels, or pixels of one brightness only, give a gain without a gamma. */
const leastPixels = 50;
const leastSpread = 0.1;
const gammaRange = [0.6, 1.7] as const;
/** Black and full light say nothing. */
const usableLight = [0.005, 0.95] as const;

/**
 * The gain and the gamma of each channel that take the light of the second photo to that of the first, from skin that
 * both show; so that a warmer lamp does not look like thicker hair. By medians, so that a stray hair does not matter.
 */
export function matchLight(request: PhotometricRequest): PhotometricMatch | undefined {
  const pairs = ([0, 1, 2] as const).map((channel) => gatherPairs(request, channel));
  const pixels = Math.min(...pairs.map((channel) => channel.length));
  const [red, green, blue] = pairs;
  if (pixels < leastPixels || !red || !green || !blue) return undefined;
  return { channels: [fitChannel(red), fitChannel(green), fitChannel(blue)], pixels };
}

/** The second photo as it would look in the first one's light. */
export function applyLight(image: PixelImage, { channels }: PhotometricMatch): PixelImage {
  const tables = channels.map(({ gain, gamma }) =>
    Uint8ClampedArray.from(linearFromSrgb, (light) => levelOf(gain * light ** gamma)),
  );
  const rgba = new Uint8ClampedArray(image.rgba.length);
  for (let at = 0; at < rgba.length; at += 4) {
    for (const [channel, table] of tables.entries()) {
      rgba[at + channel] = table[image.rgba[at + channel] ?? 0] ?? 0;
    }
    rgba[at + 3] = image.rgba[at + 3] ?? 255;
  }
  return { width: image.width, height: image.height, rgba };
}

interface LogPair {
  readonly first: number;
  readonly second: number;
}

function gatherPairs(
  { first, second, homography, skinMask }: PhotometricRequest,
  channel: 0 | 1 | 2,
): readonly LogPair[] {
  const stride = Math.max(1, Math.floor(skinMask.length / 200_000));
  const pairs: LogPair[] = [];
  for (let pixel = 0; pixel < skinMask.length; pixel += stride) {
    if (skinMask[pixel] !== 1) continue;
    const place = { x: pixel % first.width, y: Math.floor(pixel / first.width) };
    const to = mapPoint(homography, place);
    const x = Math.round(to.x);
    const y = Math.round(to.y);
    if (x < 0 || y < 0 || x >= second.width || y >= second.height) continue;
    const a = linearFromSrgb[first.rgba[4 * pixel + channel] ?? 0] ?? 0;
    const b = linearFromSrgb[second.rgba[4 * (y * second.width + x) + channel] ?? 0] ?? 0;
    const isUsable = (light: number) => light > usableLight[0] && light < usableLight[1];
    if (isUsable(a) && isUsable(b)) pairs.push({ first: Math.log(a), second: Math.log(b) });
  }
  return pairs;
}

/** A straight line in logarithms through the medians of the darker and the lighter half. */
function fitChannel(pairs: readonly LogPair[]): ChannelMatch {
  const sorted = pairs.toSorted((a, b) => a.second - b.second);
  const half = sorted.length >> 1;
  const dark = medianPair(sorted.slice(0, half));
  const light = medianPair(sorted.slice(half));
  const middle = medianPair(sorted);
  const spread = light.second - dark.second;
  const slope = spread > leastSpread ? (light.first - dark.first) / spread : 1;
  const gamma = Math.min(gammaRange[1], Math.max(gammaRange[0], slope));
  return { gamma, gain: Math.exp(middle.first - gamma * middle.second) };
}

function medianPair(pairs: readonly LogPair[]): LogPair {
  const median = (value: (pair: LogPair) => number) =>
    pairs.map(value).toSorted((a, b) => a - b)[pairs.length >> 1] ?? 0;
  return { first: median((pair) => pair.first), second: median((pair) => pair.second) };
}

/** The sRGB level of a share of light (IEC 61966-2-1). */
function levelOf(light: number): number {
  const share = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(255 * share);
}
