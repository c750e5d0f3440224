import { type Answers, absoluteConditions, patternSigns, relativeConditions } from "./answers.ts";

/** Questions still open, as paths into the answers, in the order to ask them. */
export function openQuestions(answers: Answers): readonly string[] {
  const { setting, ageYears, pattern, thinZones, signs, conditions } = answers;
  const { pregnancy, phototype, allergies, hairLength, therapies, device } = answers;
  return [
    ...open("setting", setting === undefined),
    ...open("ageYears", ageYears === undefined),
    ...open("pattern", pattern === undefined),
    ...open("thinZones", isEmpty(thinZones)),
    ...openParts("signs", signs, patternSigns),
    ...openParts("conditions", conditions, [...absoluteConditions, ...relativeConditions]),
    ...open("pregnancy", pregnancy === undefined),
    ...open("phototype", phototype === undefined),
    ...open("allergies", isEmpty(allergies)),
    ...open("hairLength", hairLength === undefined),
    ...open("therapies", isEmpty(therapies)),
    ...open("device", device === undefined),
  ];
}

function open(path: string, isOpen: boolean): readonly string[] {
  return isOpen ? [path] : [];
}

/** One path for a block of questions not begun; one for each question left in a block begun. */
function openParts<Name extends string>(
  path: string,
  block: Readonly<Partial<Record<Name, unknown>>> | undefined,
  names: readonly Name[],
): readonly string[] {
  if (block === undefined) return [path];
  return names.filter((name) => block[name] === undefined).map((name) => `${path}.${name}`);
}

/** An empty list answers nothing: "none" is an answer of its own. */
function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
