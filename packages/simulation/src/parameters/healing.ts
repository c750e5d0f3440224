import type { Parameter, ParameterSet } from "../parameter.ts";

/** A constant of the acute-inflammation model, per hour and in its arbitrary units. */
function reynolds(value: number, unit: string, note: string) {
  return {
    value,
    unit,
    distribution: "fixed",
    basis: "looked-up",
    sources: ["reynolds-2006"],
    note,
  } as const satisfies Parameter;
}

/** A constant of the macrophage model, per day. */
function waughSherratt(value: number, unit: string, note: string) {
  return {
    value,
    unit,
    distribution: "fixed",
    basis: "looked-up",
    sources: ["waugh-sherratt-2006"],
    note,
  } as const satisfies Parameter;
}

/** A rate of the collagen layer, chosen so that collagen accumulates for about three weeks. */
function collagen(value: number, range: readonly [number, number], note: string) {
  return {
    value,
    unit: "1/d",
    range,
    distribution: "log-normal",
    basis: "chosen",
    sources: ["segal-2012"],
    note: `${note} Chosen so that new collagen builds up for about three weeks; the source gives the idea of the two pools, not the number.`,
  } as const satisfies Parameter;
}

/** Every number of the healing stage. Hours for inflammation and platelets, days for macrophages and collagen. */
export const healingParameters = {
  phagocyteByPhagocyte: reynolds(0.01, "1/h", "k_nn: activated phagocytes call further ones."),
  phagocyteByPathogen: reynolds(0.1, "1/h", "k_np: germs activate phagocytes."),
  phagocyteByDamage: reynolds(0.02, "1/h", "k_nd: tissue damage activates phagocytes."),
  phagocyteSource: reynolds(0.08, "1/h", "s_nr: supply of resting phagocytes."),
  restingPhagocyteLoss: reynolds(0.12, "1/h", "mu_nr: loss of resting phagocytes."),
  phagocyteLoss: reynolds(0.05, "1/h", "mu_n: loss of activated phagocytes."),
  damageByPhagocyte: reynolds(0.35, "1/h", "k_dn: damage that phagocytes do."),
  damageHalfLevel: reynolds(0.06, "1", "x_dn: phagocytes at which that damage is half its most."),
  damageRepair: reynolds(0.02, "1/h", "mu_d: repair of damage."),
  calmingHalfLevel: reynolds(0.28, "1", "c_inf: mediator level that strongly calms."),
  calmingSource: reynolds(0.0125, "1/h", "s_c: steady supply of the calming mediator."),
  calmingByPhagocyte: reynolds(0.04, "1/h", "k_cn: calming mediator made in inflammation."),
  calmingByDamage: reynolds(48, "1", "k_cnd: weight of damage beside phagocytes in calming."),
  calmingLoss: reynolds(0.1, "1/h", "mu_c: loss of the calming mediator."),
  pathogenGrowth: reynolds(0.3, "1/h", "k_pg: growth of germs in the healthy file of the model."),
  pathogenLimit: reynolds(20, "1", "p_inf: most germs the tissue can hold."),
  pathogenByLocal: reynolds(0.6, "1/h", "k_pm: germs removed by local defences."),
  localSource: reynolds(0.005, "1/h", "s_m: supply of local defences."),
  localLoss: reynolds(0.002, "1/h", "mu_m: loss of local defences."),
  localByPathogen: reynolds(0.01, "1/h", "k_mp: local defences used up by germs."),
  pathogenByPhagocyte: reynolds(1.8, "1/h", "k_pn: germs removed by phagocytes."),

  inflammatoryShare: {
    value: 0.5,
    unit: "1",
    distribution: "fixed",
    basis: "looked-up",
    sources: ["waugh-sherratt-2006"],
    note: "alpha: share of arriving macrophages that are inflammatory; 0.5 in normal healing, more in diabetes, where wounds can stay open.",
  },
  macrophageDivision: waughSherratt(0.05, "1", "k1: share of macrophages that divide."),
  // biome-ignore lint/suspicious/noApproximativeNumericConstant: the source prints three digits.
  macrophageDivisionRate: waughSherratt(0.693, "1/d", "k2: rate of their division."),
  macrophageCrowding: waughSherratt(0.002, "mm³", "k3: crowding that slows division."),
  growthFactorByMacrophage: waughSherratt(0.07, "pg/d", "k4: TGF-beta made by a macrophage."),
  macrophageLoss: waughSherratt(0.2, "1/d", "d1: loss of macrophages."),
  growthFactorLoss: waughSherratt(9.1, "1/d", "d2: loss of active TGF-beta."),
  migrationCubic: waughSherratt(-2.47, "1/(mm³·d)", "Cubic term of K_T, macrophage arrival."),
  migrationSquare: waughSherratt(21.94, "1/(mm³·d)", "Square term of K_T, macrophage arrival."),
  migrationLinear: waughSherratt(6.41, "1/(mm³·d)", "Linear term of K_T, macrophage arrival."),
  migrationConstant: waughSherratt(1.75, "1/(mm³·d)", "Arrival of macrophages at rest."),

  plateletStorePgPerMm3: {
    value: 6,
    unit: "pg/mm³",
    range: [3, 12],
    distribution: "log-normal",
    basis: "chosen",
    sources: ["waugh-sherratt-2006"],
    note: "Pl0: TGF-beta in the platelets of a session of dose 1, from the first TGF-beta level of the macrophage model.",
  },
  plateletReleasePerH: {
    value: 0.6,
    unit: "1/h",
    range: [0.6, 3],
    distribution: "log-normal",
    basis: "looked-up",
    sources: ["platelet-gel-release"],
    note: "k_P: 95 % is released within 300 min at 0.6 and within 60 min at 3, the two ends of the window measured.",
  },
  plasmaFold: {
    value: 4.5,
    unit: "1",
    range: [3, 6],
    distribution: "log-normal",
    basis: "from-memory",
    sources: ["gupta-2023-network"],
    note: "Platelets in platelet-rich plasma as a multiple of blood, remembered. Its clinical benefit is unproven.",
  },
  doseDensityPerCm2: {
    value: 240,
    unit: "1/cm²",
    distribution: "fixed",
    basis: "chosen",
    sources: ["doddaballapur-2009"],
    note: "Punctures of a session of dose 1: about 15 rolls of a 192-needle roller.",
  },
  doseDepthMm: {
    value: 0.52,
    unit: "mm",
    distribution: "fixed",
    basis: "chosen",
    sources: ["lima-2013"],
    note: "Depth of a session of dose 1: the middle estimate for a 1 mm needle.",
  },
  doseLimit: {
    value: 2,
    unit: "1",
    distribution: "fixed",
    basis: "chosen",
    sources: ["reynolds-2006"],
    note: "Above it the inflammation model can leave the healthy state for good: an artefact of a model of whole-body shock. Larger doses are counted as 2, and the course says so.",
  },

  fibroblastActivation: collagen(0.9, [0.6, 1.35], "s_F: activation of fibroblasts."),
  fibroblastRest: collagen(0.12, [0.08, 0.18], "d_F: their return to rest."),
  fibroblastHalfLevel: {
    value: 30,
    unit: "1/mm³",
    range: [15, 60],
    distribution: "log-normal",
    basis: "chosen",
    sources: ["segal-2012"],
    note: "Macrophages above rest at which fibroblast activation is half its most.",
  },
  newCollagenMade: collagen(0.35, [0.23, 0.53], "k_c: making of new collagen."),
  collagenMaturing: collagen(0.05, [0.033, 0.075], "k_m: new collagen that matures."),
  newCollagenLoss: collagen(0.03, [0.02, 0.045], "d_3: new collagen broken down."),
  matureCollagenLoss: collagen(0.004, [0.0027, 0.006], "d_1: mature collagen broken down."),

  phaseShare: {
    value: 0.2,
    unit: "1",
    distribution: "fixed",
    basis: "chosen",
    sources: ["wound-healing-phases"],
    note: "A phase counts as going on above this share of its peak.",
  },
  readyResidualShare: {
    value: 0.2,
    unit: "1",
    distribution: "fixed",
    basis: "chosen",
    sources: ["article-2019"],
    note: "Inflammation left, as a share of the peak, below which a weekly session finds calm skin. Chosen to agree with the article's weekly sessions, so it is no evidence for them.",
  },
  readyResidual: {
    value: 0.008,
    unit: "1",
    distribution: "fixed",
    basis: "chosen",
    sources: ["article-2019"],
    note: "Inflammation left that counts as none whatever the peak was. Chosen to agree with the article's twice-weekly home sessions, so it is no evidence for them.",
  },
  readyOpenShare: {
    value: 0.01,
    unit: "1",
    distribution: "fixed",
    basis: "chosen",
    sources: ["article-2019"],
    note: "Share of the channel area still open below which channels count as closed.",
  },
} as const satisfies ParameterSet;
