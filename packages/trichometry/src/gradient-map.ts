import { createPlane, type Plane } from "./plane.ts";
import { smoothPlane } from "./smooth.ts";

/**
 * Where a picture has edges, whatever its light: log(1 + |gradient|), blurred.
 *
 * The logarithm makes a weak edge count nearly as much as a strong one, so that a lamp, a gamma or a tint change the
 * map little (trichometry specification, section 4). The gradient is in levels of 255 a pixel.
 *
 * @param lightness brightness as it looks, 0 to 1
 */
export function mapGradient(lightness: Plane, blurPx: number): Plane {
  const { width, height, values } = lightness;
  const map = createPlane(width, height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const above = y > 0 ? row - width : row;
    const below = y < height - 1 ? row + width : row;
    for (let x = 0; x < width; x++) {
      const left = x > 0 ? x - 1 : x;
      const right = x < width - 1 ? x + 1 : x;
      const across = (values[row + right] ?? 0) - (values[row + left] ?? 0);
      const down = (values[below + x] ?? 0) - (values[above + x] ?? 0);
      map.values[row + x] = Math.log(1 + 127.5 * Math.sqrt(across * across + down * down));
    }
  }
  return blurPx > 0 ? smoothPlane(map, blurPx) : map;
}
