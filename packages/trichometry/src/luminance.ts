import { linearFromSrgb } from "./darkness.ts";
import type { PixelImage } from "./image.ts";
import { createPlane, type Plane } from "./plane.ts";

/** Shares of sRGB's primaries in luminance (IEC 61966-2-1). */
const primaryShare = { red: 0.2126, green: 0.7152, blue: 0.0722 };

/** Brightness as light, 0 black to 1 white: what blur and edges add up in. */
export function measureLuminance({ width, height, rgba }: PixelImage): Plane {
  const plane = createPlane(width, height);
  const { red, green, blue } = primaryShare;
  for (let pixel = 0, at = 0; pixel < plane.values.length; pixel++, at += 4) {
    plane.values[pixel] =
      red * (linearFromSrgb[rgba[at] ?? 0] ?? 0) +
      green * (linearFromSrgb[rgba[at + 1] ?? 0] ?? 0) +
      blue * (linearFromSrgb[rgba[at + 2] ?? 0] ?? 0);
  }
  return plane;
}

/** Brightness as it looks, 0 black to 1 white: the sRGB levels, weighed. */
export function measureLightness({ width, height, rgba }: PixelImage): Plane {
  const plane = createPlane(width, height);
  const red = primaryShare.red / 255;
  const green = primaryShare.green / 255;
  const blue = primaryShare.blue / 255;
  for (let pixel = 0, at = 0; pixel < plane.values.length; pixel++, at += 4) {
    plane.values[pixel] =
      red * (rgba[at] ?? 0) + green * (rgba[at + 1] ?? 0) + blue * (rgba[at + 2] ?? 0);
  }
  return plane;
}
