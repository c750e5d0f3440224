/** A concept in a code system. */
export interface Code {
  readonly system: "icd-10" | "snomed-ct" | "loinc" | "rxnorm" | "atc" | "ucum" | "stipple";
  readonly code: string;
  readonly display: string;
  /** How the code is known; codes in doubt are left out altogether. */
  readonly access: "looked-up" | "from-memory" | "local";
}

/** The web address of each code system, as FHIR names it; the local one is completed by whoever publishes it. */
export const codeSystems = {
  "icd-10": "http://hl7.org/fhir/sid/icd-10",
  "snomed-ct": "http://snomed.info/sct",
  loinc: "http://loinc.org",
  rxnorm: "http://www.nlm.nih.gov/research/umls/rxnorm",
  atc: "http://www.whocc.no/atc",
  ucum: "http://unitsofmeasure.org",
  stipple: "urn:stipple:codes",
} as const satisfies Record<Code["system"], string>;

/** ICD-10 of hair loss and of what must be told apart from it. */
export const diagnosisCodes = {
  androgenicAlopecia: code("icd-10", "L64", "Androgenic alopecia", "looked-up"),
  drugInducedAndrogenicAlopecia: code(
    "icd-10",
    "L64.0",
    "Drug-induced androgenic alopecia",
    "looked-up",
  ),
  otherAndrogenicAlopecia: code("icd-10", "L64.8", "Other androgenic alopecia", "looked-up"),
  androgenicAlopeciaUnspecified: code(
    "icd-10",
    "L64.9",
    "Androgenic alopecia, unspecified",
    "looked-up",
  ),
  alopeciaAreata: code("icd-10", "L63", "Alopecia areata", "looked-up"),
  telogenEffluvium: code("icd-10", "L65.0", "Telogen effluvium", "looked-up"),
  nonscarringHairLossUnspecified: code(
    "icd-10",
    "L65.9",
    "Nonscarring hair loss, unspecified",
    "looked-up",
  ),
  scarringAlopecia: code("icd-10", "L66", "Cicatricial alopecia", "from-memory"),
  keloid: code("icd-10", "L91.0", "Hypertrophic scar", "from-memory"),
  malePatternAlopecia: code("snomed-ct", "87872006", "Male pattern alopecia", "looked-up"),
  alopecia: code("snomed-ct", "56317004", "Alopecia", "looked-up"),
} as const;

/** Medicines. */
export const medicineCodes = {
  finasteride1mgTablet: code("rxnorm", "200172", "Finasteride 1 mg oral tablet", "looked-up"),
  propecia: code("rxnorm", "213178", "Propecia", "looked-up"),
  finasteride5mgTablet: code("rxnorm", "310346", "Finasteride 5 mg oral tablet", "looked-up"),
  minoxidilTopical: code("atc", "D11AX01", "Minoxidil, topical", "from-memory"),
  minoxidilOral: code("atc", "C02DC01", "Minoxidil, systemic", "from-memory"),
  finasterideHair: code("atc", "D11AX10", "Finasteride, for hair", "from-memory"),
  dutasteride: code("atc", "G04CB02", "Dutasteride", "from-memory"),
} as const;

/** What is observed. Density, diameter, stage and the procedure have no confirmed public code and use local ones. */
export const observationCodes = {
  systolicPressure: code("loinc", "8480-6", "Systolic blood pressure", "from-memory"),
  diastolicPressure: code("loinc", "8462-4", "Diastolic blood pressure", "from-memory"),
  pulse: code("loinc", "8867-4", "Heart rate", "from-memory"),
  pain: code("loinc", "72514-3", "Pain severity, 0 to 10", "from-memory"),
  hairDensity: code("stipple", "hair-density", "Hair density", "local"),
  shaftDiameter: code("stipple", "shaft-diameter", "Hair shaft diameter", "local"),
  norwoodHamiltonStage: code("stipple", "norwood-hamilton", "Norwood–Hamilton stage", "local"),
  sinclairGrade: code("stipple", "sinclair", "Sinclair grade", "local"),
  scalpMicroneedling: code("stipple", "scalp-microneedling", "Microneedling of the scalp", "local"),
} as const;

/** Units. */
export const unitCodes = {
  perCm2: code("ucum", "/cm2", "per square centimetre", "from-memory"),
  um: code("ucum", "um", "micrometre", "from-memory"),
  umPerDay: code("ucum", "um/d", "micrometre per day", "from-memory"),
  percent: code("ucum", "%", "percent", "from-memory"),
} as const;

function code(
  system: Code["system"],
  value: string,
  display: string,
  access: Code["access"],
): Code {
  return { system, code: value, display, access };
}
