import { findDarkRegions } from "./dark-regions.ts";
import type { Plane } from "./plane.ts";
import type { Point } from "./point.ts";
import { fitQuad, type Quad } from "./quad-fit.ts";
import { type ReadFiducial, readFiducial } from "./read-fiducial.ts";
import { reducePlane } from "./reduce-plane.ts";
import { refineCorners } from "./refine-corners.ts";
import { windowCard } from "./window-card.ts";

/** Sizes at which the picture is searched: the second only where the first shows fewer than all fiducials. */
const searchSizesPx = [1000, 2000] as const;

/** Half sides of the square a pixel is compared with, in parts of the picture's longer side. */
const radiusParts = [1 / 12, 1 / 30, 1 / 5] as const;

/** Smallest side of a fiducial that is looked for, in searched pixels: two a cell. */
const leastSidePx = 12;

/**
 * The fiducials of window cards in a picture, each once for every place it is seen at, with corners to a fraction of a
 * pixel.
 *
 * @param luminance brightness as light: edges are displaced in sRGB levels
 */
export function findFiducials(luminance: Plane): readonly ReadFiducial[] {
  const found: ReadFiducial[] = [];
  const longSidePx = Math.max(luminance.width, luminance.height);
  for (const [at, sizePx] of searchSizesPx.entries()) {
    if (at > 0 && (found.length >= windowCard.fiducials.length || longSidePx < sizePx / 1.5)) break;
    const { plane, factor } = reducePlane(luminance, sizePx);
    for (const part of radiusParts) {
      for (const quad of darkQuads(plane, part)) {
        const read = readFiducial(luminance, enlargeQuad(quad, factor));
        if (read && !isKnown(found, read)) found.push(read);
      }
    }
  }
  return found.map(({ fiducial, corners }) => ({
    fiducial,
    corners: refineCorners(luminance, corners),
  }));
}

function darkQuads(plane: Plane, radiusPart: number): readonly Quad[] {
  const longSidePx = Math.max(plane.width, plane.height);
  const regions = findDarkRegions(plane, {
    radiusPx: Math.max(4, Math.round(longSidePx * radiusPart)),
    below: 0.7,
    sidesPx: [leastSidePx, longSidePx / 2],
  });
  return regions.map(({ hull }) => fitQuad(hull)).filter((quad) => quad !== undefined);
}

function enlargeQuad(quad: Quad, factor: number): Quad {
  const enlarge = ({ x, y }: Point): Point => ({
    x: (x + 0.5) / factor - 0.5,
    y: (y + 0.5) / factor - 0.5,
  });
  const [a, b, c, d] = quad;
  return [enlarge(a), enlarge(b), enlarge(c), enlarge(d)];
}

/** The same place on the picture, found before at another threshold. */
function isKnown(found: readonly ReadFiducial[], { corners }: ReadFiducial): boolean {
  const middle = middleOf(corners);
  const sidePx = Math.hypot(corners[0].x - corners[1].x, corners[0].y - corners[1].y);
  return found.some((known) => {
    const other = middleOf(known.corners);
    return Math.hypot(other.x - middle.x, other.y - middle.y) < sidePx / 2;
  });
}

function middleOf([a, b, c, d]: Quad): Point {
  return { x: (a.x + b.x + c.x + d.x) / 4, y: (a.y + b.y + c.y + d.y) / 4 };
}
