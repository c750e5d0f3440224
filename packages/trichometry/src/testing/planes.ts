import type { Plane } from "../plane.ts";

/** Values from 0 to 1 that know no pattern; the same seed gives the same plane. */
export function noisePlane(width: number, height: number, seed: number): Plane {
  const noise = (i: number) => Math.sin((i + 1) * 12.9898 + seed) * 43_758.5453;
  const values = Float32Array.from(
    { length: width * height },
    (_, i) => noise(i) - Math.floor(noise(i)),
  );
  return { width, height, values };
}

export function planeFilledWith(width: number, height: number, value: number): Plane {
  return { width, height, values: new Float32Array(width * height).fill(value) };
}
