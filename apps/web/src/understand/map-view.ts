/** The part of a square patch that is looked at, in mm. */
export interface MapView {
  readonly centreMm: readonly [x: number, y: number];
  readonly shownMm: number;
}

/** The closest look: two millimetres across. */
const leastShownMm = 2;
export const zoomStep = 1.5;

/** The middle of the patch, close enough to tell holes apart. */
export function startView(sideMm: number): MapView {
  return { centreMm: [sideMm / 2, sideMm / 2], shownMm: sideMm / 3 };
}

/** Moves the view over the patch, and never past its edge. */
export function pan(
  view: MapView,
  sideMm: number,
  by: readonly [xMm: number, yMm: number],
): MapView {
  const [x, y] = view.centreMm;
  return inside({ ...view, centreMm: [x + by[0], y + by[1]] }, sideMm);
}

/** Looks closer (factor above 1) or from further off, so that the place under the pointer stays under it. */
export function zoom(
  view: MapView,
  sideMm: number,
  { factor, at }: { readonly factor: number; readonly at: readonly [xMm: number, yMm: number] },
): MapView {
  const shownMm = Math.min(sideMm, Math.max(leastShownMm, view.shownMm / factor));
  const kept = shownMm / view.shownMm;
  const [x, y] = view.centreMm;
  return inside(
    { shownMm, centreMm: [at[0] + (x - at[0]) * kept, at[1] + (y - at[1]) * kept] },
    sideMm,
  );
}

/** Where on the patch a place of the picture lies; both as a share of the picture's side, from its top left. */
export function placeAt(
  { centreMm: [x, y], shownMm }: MapView,
  [across, down]: readonly [across: number, down: number],
): readonly [xMm: number, yMm: number] {
  return [x + (across - 0.5) * shownMm, y + (down - 0.5) * shownMm];
}

function inside({ centreMm, shownMm }: MapView, sideMm: number): MapView {
  const half = shownMm / 2;
  const keep = (mm: number) => Math.min(sideMm - half, Math.max(half, mm));
  return { shownMm, centreMm: [keep(centreMm[0]), keep(centreMm[1])] };
}
