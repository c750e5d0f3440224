import type { ChannelExchange, TransportLayer, TransportProblem } from "./transport.ts";

/** The layers as cells: what each holds, and how easily it exchanges with its neighbours. */
export interface TransportSystem {
  readonly cellCount: number;
  /** Amount in a cell for a unit of potential, per cm² of skin: K Δz. */
  readonly capacityCm: Float64Array;
  /** One more than cells: the first is the upper half of the first cell, the last leads out below. */
  readonly faceCmPerS: Float64Array;
  /** Amount that the blood takes up from a cell each second for a unit of potential: k_cl K Δz. */
  readonly clearanceCmPerS: Float64Array;
  /** Share of the channel exchange that ends in a cell; adds up to 1 where there are channels, else 0. */
  readonly channelShare: Float64Array;
  readonly centresCm: Float64Array;
  /** Index after the last cell of each layer. */
  readonly layerEnds: readonly number[];
}

/**
 * Cuts the layers into cells. Two neighbours exchange through half of each, one behind the other:
 *
 *     g = 1 / (Δzᵢ / (2 Dᵢ Kᵢ) + Δzⱼ / (2 Dⱼ Kⱼ))
 *
 * which is right across a jump of D or K without a special case.
 */
export function createTransportSystem({
  layers,
  exchange,
  bottom,
}: TransportProblem): TransportSystem {
  const cellCount = layers.reduce((sum, { cellWidthsCm }) => sum + cellWidthsCm.length, 0);
  if (cellCount < 2) throw new RangeError(`layers must have 2 or more cells, got ${cellCount}`);
  const capacityCm = new Float64Array(cellCount);
  const faceCmPerS = new Float64Array(cellCount + 1);
  const clearanceCmPerS = new Float64Array(cellCount);
  const centresCm = new Float64Array(cellCount);
  const layerEnds: number[] = [];
  let cell = 0;
  let depthCm = 0;
  let halfAboveSPerCm = 0;

  for (const layer of layers) {
    refuseBadLayer(layer);
    for (const widthCm of layer.cellWidthsCm) {
      if (!(widthCm > 0)) throw new RangeError(`cellWidthsCm must be above 0, got ${widthCm}`);
      const halfSPerCm = widthCm / (2 * layer.diffusivityCm2PerS * layer.partition);
      faceCmPerS[cell] = 1 / (halfAboveSPerCm + halfSPerCm);
      capacityCm[cell] = layer.partition * widthCm;
      clearanceCmPerS[cell] = layer.clearancePerS * layer.partition * widthCm;
      centresCm[cell] = depthCm + widthCm / 2;
      halfAboveSPerCm = halfSPerCm;
      depthCm += widthCm;
      cell++;
    }
    layerEnds.push(cell);
  }
  faceCmPerS[cellCount] = bottom === "sink" ? 1 / halfAboveSPerCm : 0;
  const widthsCm = layers.flatMap((layer) => layer.cellWidthsCm);
  const channelShare = shareBetween(exchange, widthsCm, depthCm);
  return {
    cellCount,
    capacityCm,
    faceCmPerS,
    clearanceCmPerS,
    channelShare,
    centresCm,
    layerEnds,
  };
}

/** Spreads the exchange evenly between its two depths; a cell that lies there in part gets its part. */
function shareBetween(
  exchange: ChannelExchange | undefined,
  widthsCm: readonly number[],
  thicknessCm: number,
): Float64Array {
  const share = new Float64Array(widthsCm.length);
  if (exchange === undefined) return share;

  const { fromDepthCm, toDepthCm } = exchange;
  if (!(fromDepthCm >= 0 && fromDepthCm < toDepthCm)) {
    throw new RangeError(`fromDepthCm must be 0 to ${toDepthCm} (toDepthCm), got ${fromDepthCm}`);
  }
  if (!(toDepthCm <= thicknessCm * (1 + 1e-12))) {
    throw new RangeError(`toDepthCm must be at most ${thicknessCm}, got ${toDepthCm}`);
  }
  let topCm = 0;
  let total = 0;
  widthsCm.forEach((widthCm, cell) => {
    const insideCm = Math.min(topCm + widthCm, toDepthCm) - Math.max(topCm, fromDepthCm);
    share[cell] = Math.max(0, insideCm);
    total += Math.max(0, insideCm);
    topCm += widthCm;
  });
  return share.map((insideCm) => insideCm / total);
}

function refuseBadLayer({ diffusivityCm2PerS, partition, clearancePerS }: TransportLayer): void {
  if (!(diffusivityCm2PerS > 0)) {
    throw new RangeError(`diffusivityCm2PerS must be above 0, got ${diffusivityCm2PerS}`);
  }
  if (!(partition > 0)) throw new RangeError(`partition must be above 0, got ${partition}`);
  if (!(clearancePerS >= 0)) {
    throw new RangeError(`clearancePerS must be 0 or more, got ${clearancePerS}`);
  }
}
