import { type Chain, chainLength, resampleChain, sliceChain, smoothChain } from "./chain.ts";
import type { HairDraft } from "./hair-draft.ts";
import type { Plane } from "./plane.ts";
import { measureEdges, measureUnevenness, median, quantile } from "./shaft-edges.ts";
import type { Trace } from "./trace-hair.ts";

/** Specification section 3, steps 6 and 7. */
const parameters = {
  shortestWidths: 2,
  mostGap: 0.4,
  /** A hair goes on while it is at least this dark beside its darker half, but for gaps this long. */
  endShare: 0.55,
  gapUm: 60,
  /** Where a line is wider than this many times its narrow parts, another hair touches it. */
  ownWidthShare: 1.25,
  widestShare: 0.8,
  narrowestShare: 0.2,
  reachUm: 170,
  besideUm: 16,
  plainWidthUm: 70,
};

/** Shorter lines are no hairs. */
export const shortestUm = 160;

/** A traced line cut to the hairs it runs through, moved on to their middle; nothing where too little is left. */
export function finishTrace(relative: Plane, trace: Trace, umPerPx: number): HairDraft[] {
  if (trace.gapFraction > parameters.mostGap || trace.chain.x.length < 8) return [];
  const line = smoothChain(resampleChain(trace.chain, 2), 3);
  const { darkness } = measureEdges(relative, line, 0.02, 1);
  const least = parameters.endShare * quantile(darkness, 0.7);
  return darkStretches(darkness, least, parameters.gapUm / umPerPx / 2).flatMap(
    ({ from, to }) => finishLine(relative, sliceChain(line, from, to), umPerPx, "bank") ?? [],
  );
}

/** Filters overshoot a hair's ends by about 50 µm and run on into shadows: the stretches that are dark enough. */
function darkStretches(
  darkness: Float32Array,
  least: number,
  longestGap: number,
): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const [i, dark] of darkness.entries()) {
    if (dark < least) continue;
    const last = stretches.at(-1);
    if (last && i - last.to <= longestGap) last.to = i + 1;
    else stretches.push({ from: i, to: i + 1 });
  }
  return stretches;
}

function finishLine(
  relative: Plane,
  line: Chain,
  umPerPx: number,
  source: HairDraft["source"],
): HairDraft | undefined {
  const reachPx = parameters.reachUm / umPerPx;
  if (line.x.length < 6) return undefined;
  const contrast = quantile(measureEdges(relative, line, 0.02, 1).darkness, 0.6);
  if (!(contrast > 0.04)) return undefined;
  const edges = measureEdges(relative, line, contrast, reachPx);
  const centred = smoothChain(centreChain(line, edges.left, edges.right, reachPx / 4), 3);
  const widths = Array.from(edges.left, (left, i) => left + (edges.right[i] ?? 0));
  const widthPx = Math.max(1, median(widths));
  const lengthPx = chainLength(centred);
  if (
    lengthPx < shortestUm / umPerPx ||
    lengthPx < parameters.shortestWidths * Math.min(widthPx, parameters.plainWidthUm / umPerPx)
  ) {
    return undefined;
  }
  const draft = describeDraft(relative, centred, widthPx, { contrast, source, umPerPx });
  return {
    ...draft,
    contrast,
    widestPx: quantile(widths, parameters.widestShare),
    narrowestPx: quantile(widths, parameters.narrowestShare),
  };
}

/** A line with what its surroundings say of it. */
export function describeDraft(
  relative: Plane,
  chain: Chain,
  widthPx: number,
  {
    contrast,
    source,
    umPerPx,
  }: { readonly contrast: number; readonly source: HairDraft["source"]; readonly umPerPx: number },
): HairDraft {
  const edges = measureEdges(relative, chain, contrast, parameters.reachUm / umPerPx);
  const sidePx = widthPx / 2 + parameters.besideUm / umPerPx;
  const own = median(edges.darkness);
  return {
    chain,
    widthPx,
    widestPx: widthPx,
    narrowestPx: widthPx,
    contrast: own,
    score: 1,
    source,
    edgeSharpness: median(edges.steepness),
    sideUnevenness: measureUnevenness(relative, chain, own, sidePx),
  };
}

/**
 * Moves a line half way between its edges. Where another hair crosses or touches, the edges are that hair's: there the
 * shift of the places before and after goes on.
 */
function centreChain(line: Chain, left: Float32Array, right: Float32Array, mostPx: number): Chain {
  const widths = Array.from(left, (l, i) => l + (right[i] ?? 0));
  const ownPx = parameters.ownWidthShare * quantile(widths, 0.3);
  const shift = Array.from(left, (l, i) =>
    (widths[i] ?? 0) <= ownPx
      ? Math.max(-mostPx, Math.min(mostPx, (l - (right[i] ?? 0)) / 2))
      : Number.NaN,
  );
  const filled = fillGaps(shift);
  const smooth = filled.map((_, i) => median(filled.slice(Math.max(0, i - 4), i + 5)));
  const x: number[] = [];
  const y: number[] = [];
  for (let i = 0; i < line.x.length; i++) {
    const from = Math.max(0, i - 3);
    const to = Math.min(line.x.length - 1, i + 3);
    const angleRad = Math.atan2(
      (line.y[to] ?? 0) - (line.y[from] ?? 0),
      (line.x[to] ?? 0) - (line.x[from] ?? 0),
    );
    x.push((line.x[i] ?? 0) - (smooth[i] ?? 0) * Math.sin(angleRad));
    y.push((line.y[i] ?? 0) + (smooth[i] ?? 0) * Math.cos(angleRad));
  }
  return { x, y };
}

/** Every missing value drawn evenly between the nearest known ones. */
function fillGaps(values: readonly number[]): number[] {
  const known = values.flatMap((value, i) => (Number.isNaN(value) ? [] : [i]));
  let next = 0;
  return values.map((value, i) => {
    if (!Number.isNaN(value)) return value;
    while (next < known.length && (known[next] ?? 0) < i) next++;
    const after = known[next] ?? known.at(-1) ?? 0;
    const before = known[next - 1] ?? after;
    const share = after > before ? Math.min(1, (i - before) / (after - before)) : 0;
    return (values[before] ?? 0) + share * ((values[after] ?? 0) - (values[before] ?? 0));
  });
}
