import type { Derivative } from "./integrate.ts";
import type { Values } from "./parameter.ts";
import type { healingParameters } from "./parameters/healing.ts";

export type HealingValues = Values<typeof healingParameters>;

/** Where each quantity stands in the state of the healing model. */
export const at = {
  /** N, activated phagocytes, arbitrary units. */
  phagocytes: 0,
  /** D, tissue damage, arbitrary units. */
  damage: 1,
  /** C, calming mediator, arbitrary units. */
  calming: 2,
  /** P, germs, arbitrary units; 0 in a clean session. */
  pathogens: 3,
  /** I, inflammatory macrophages per mm³. */
  inflammatoryMacrophages: 4,
  /** Rm, repair macrophages per mm³. */
  repairMacrophages: 5,
  /** T, TGF-beta, pg/mm³. */
  growthFactor: 6,
  /** Pl, growth factor still in platelets, pg/mm³. */
  plateletStore: 7,
  /** Growth factor that platelets have given off so far, pg/mm³. */
  plateletReleased: 8,
  /** F, active share of fibroblasts. */
  fibroblasts: 9,
  /** C3, new, mostly type III collagen, arbitrary units. */
  newCollagen: 10,
  /** C1, mature collagen, arbitrary units. */
  matureCollagen: 11,
} as const;
const stateSize = 12;

const hoursPerDay = 24;

/**
 * The rate of change of everything in the healing model, per hour.
 *
 * Inflammation (Reynolds 2006), with f(V) = V/(1+(C/c_inf)²) and R = f(k_nn N + k_np P + k_nd D):
 *
 *     N' = s_nr R/(mu_nr+R) − mu_n N
 *     D' = k_dn f(N)⁶/(x_dn⁶+f(N)⁶) − mu_d D
 *     C' = s_c + k_cn f(N+k_cnd D)/(1+f(N+k_cnd D)) − mu_c C
 *     P' = k_pg P(1−P/p_inf) − k_pm s_m P/(mu_m+k_mp P) − k_pn f(N) P
 *
 * Macrophages, growth factor, collagen as in {@link repairSlopes}.
 *
 * @param restingMacrophages I + Rm of skin at rest, per mm³; see {@link restingState}
 */
export function healingDerivative(
  parameters: HealingValues,
  restingMacrophages: number,
): Derivative {
  const p = parameters;
  const halfDamage6 = sixthPower(p.damageHalfLevel);
  return (_t, state, slope) => {
    const phagocytes = state[at.phagocytes] ?? 0;
    const damage = state[at.damage] ?? 0;
    const calming = state[at.calming] ?? 0;
    const pathogens = state[at.pathogens] ?? 0;
    const calmingShare = calming / p.calmingHalfLevel;
    const calmed = 1 / (1 + calmingShare * calmingShare);

    const activation =
      calmed *
      (p.phagocyteByPhagocyte * phagocytes +
        p.phagocyteByPathogen * pathogens +
        p.phagocyteByDamage * damage);
    slope[at.phagocytes] =
      (p.phagocyteSource * activation) / (p.restingPhagocyteLoss + activation) -
      p.phagocyteLoss * phagocytes;

    const effect6 = sixthPower(calmed * phagocytes);
    slope[at.damage] =
      (p.damageByPhagocyte * effect6) / (halfDamage6 + effect6) - p.damageRepair * damage;

    const alarm = calmed * (phagocytes + p.calmingByDamage * damage);
    slope[at.calming] =
      p.calmingSource + (p.calmingByPhagocyte * alarm) / (1 + alarm) - p.calmingLoss * calming;

    slope[at.pathogens] =
      p.pathogenGrowth * pathogens * (1 - pathogens / p.pathogenLimit) -
      (p.pathogenByLocal * p.localSource * pathogens) /
        (p.localLoss + p.localByPathogen * pathogens) -
      p.pathogenByPhagocyte * calmed * phagocytes * pathogens;

    repairSlopes(p, restingMacrophages, state, slope);
  };
}

/**
 * Macrophages and TGF-beta (Waugh and Sherratt 2006), platelets, and our two pools of collagen. Here per day, with
 * x = max(I + Rm − rest, 0) and m = x/(x+30); the platelet rate is per hour.
 *
 *     I'  = α K_T(T) + k1 k2 I (1−k3(I+Rm)) − d1 I         K_T(T) = −2.47 T³ + 21.94 T² + 6.41 T + 1.75
 *     Rm' = (1−α) K_T(T) + k1 k2 Rm (1−k3(I+Rm)) − d1 Rm
 *     T'  = k4 I − d2 T + k_P Pl                           Pl' = −k_P Pl
 *     F'  = s_F m (1−F) − d_F F
 *     C3' = k_c F − (k_m+d_3) C3                           C1' = k_m C3 − d_1 C1
 */
function repairSlopes(
  p: HealingValues,
  restingMacrophages: number,
  state: Float64Array,
  slope: Float64Array,
): void {
  const inflammatory = state[at.inflammatoryMacrophages] ?? 0;
  const repair = state[at.repairMacrophages] ?? 0;
  const growthFactor = state[at.growthFactor] ?? 0;
  const fibroblasts = state[at.fibroblasts] ?? 0;
  const newCollagen = state[at.newCollagen] ?? 0;

  const arrival = macrophageArrival(p, growthFactor);
  const both = inflammatory + repair;
  const growth =
    p.macrophageDivision * p.macrophageDivisionRate * (1 - p.macrophageCrowding * both) -
    p.macrophageLoss;
  slope[at.inflammatoryMacrophages] =
    (p.inflammatoryShare * arrival + growth * inflammatory) / hoursPerDay;
  slope[at.repairMacrophages] =
    ((1 - p.inflammatoryShare) * arrival + growth * repair) / hoursPerDay;

  const releasedPerH = p.plateletReleasePerH * (state[at.plateletStore] ?? 0);
  slope[at.plateletStore] = -releasedPerH;
  slope[at.plateletReleased] = releasedPerH;
  slope[at.growthFactor] =
    (p.growthFactorByMacrophage * inflammatory - p.growthFactorLoss * growthFactor) / hoursPerDay +
    releasedPerH;

  const aboveRest = Math.max(0, both - restingMacrophages);
  const signal = aboveRest / (aboveRest + p.fibroblastHalfLevel);
  slope[at.fibroblasts] =
    (p.fibroblastActivation * signal * (1 - fibroblasts) - p.fibroblastRest * fibroblasts) /
    hoursPerDay;
  slope[at.newCollagen] =
    (p.newCollagenMade * fibroblasts - (p.collagenMaturing + p.newCollagenLoss) * newCollagen) /
    hoursPerDay;
  slope[at.matureCollagen] =
    (p.collagenMaturing * newCollagen - p.matureCollagenLoss * (state[at.matureCollagen] ?? 0)) /
    hoursPerDay;
}

/**
 * K_T: macrophages that a level of TGF-beta calls in, per mm³ and day.
 *
 * The published cubic was fitted to levels up to about 6 pg/mm³ and falls below 0 above 9.2, which plasma can
 * reach. Cells do not leave by arriving: there it is 0.
 */
function macrophageArrival(p: HealingValues, growthFactor: number): number {
  const published =
    ((p.migrationCubic * growthFactor + p.migrationSquare) * growthFactor + p.migrationLinear) *
      growthFactor +
    p.migrationConstant;
  return Math.max(0, published);
}

/**
 * The numbers of healthy skin before any session: N = D = 0, C = s_c/mu_c, macrophages at their lowest balance.
 *
 * At rest I = α S and T = k4 α S/d2 for S = I + Rm, so that one equation in S is left:
 *
 *     K_T(k4 α S/d2) + k1 k2 S (1 − k3 S) − d1 S = 0
 *
 * Its smallest root is the healthy one. A larger α adds further roots, those of a wound that stays open.
 */
export function restingState(parameters: HealingValues): Float64Array {
  const p = parameters;
  const share = p.inflammatoryShare;
  if (!(share >= 0 && share <= 1)) {
    throw new RangeError(`inflammatoryShare must be between 0 and 1, got ${share}`);
  }
  const growthFactorOf = (macrophages: number) =>
    (p.growthFactorByMacrophage * share * macrophages) / p.growthFactorLoss;
  const surplus = (macrophages: number) =>
    macrophageArrival(p, growthFactorOf(macrophages)) +
    p.macrophageDivision *
      p.macrophageDivisionRate *
      macrophages *
      (1 - p.macrophageCrowding * macrophages) -
    p.macrophageLoss * macrophages;
  const macrophages = firstRoot(surplus);

  const state = new Float64Array(stateSize);
  state[at.calming] = p.calmingSource / p.calmingLoss;
  state[at.inflammatoryMacrophages] = share * macrophages;
  state[at.repairMacrophages] = (1 - share) * macrophages;
  state[at.growthFactor] = growthFactorOf(macrophages);
  return state;
}

/** Where a function that starts above 0 first falls to 0: steps of 0.1 /mm³ to 1000, then halving. */
function firstRoot(value: (x: number) => number): number {
  const steps = 10_000;
  for (let step = 1; step <= steps; step++) {
    if (value(step / 10) > 0) continue;
    let low = (step - 1) / 10;
    let high = step / 10;
    for (let halving = 0; halving < 60; halving++) {
      const middle = (low + high) / 2;
      if (value(middle) > 0) low = middle;
      else high = middle;
    }
    return (low + high) / 2;
  }
  throw new RangeError("macrophages at rest must be below 1000 per mm³, found no balance");
}

function sixthPower(value: number): number {
  const cube = value * value * value;
  return cube * cube;
}
