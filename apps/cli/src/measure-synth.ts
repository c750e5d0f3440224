import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  type HairFate,
  hairColourNames,
  levelNames,
  makeScene,
  makeSecondShot,
  makeSecondVisit,
  type SceneOptions,
  type SyntheticScene,
  skinTones,
  standardFrame,
} from "@stipple/synthetic-scalp";
import type { PixelImage } from "@stipple/trichometry";
import sharp from "sharp";
import { type ExitCode, print, printJson, readWords } from "./command.ts";
import { Problem } from "./problem.ts";
import { cannotWrite, writeWhole } from "./write-file.ts";

const widest = 20_000;

export const synthHelp = `Draws a close-up of scalp of which everything is known, to test a counting
program with: a PNG, and a JSON file with every hair. The same words give the
same bytes.

  --level NAME        ${levelNames.join(", ")} (default: L2)
  --seed N            a whole number (default: 7)
  --um-per-px N       size of a pixel on the skin in µm (default: 4)
  --width, --height   size of the frame in µm (default: ${standardFrame.widthUm}, ${standardFrame.heightUm})
  --tone NAME         skin, ${skinTones.join(", ")} (default: III)
  --hair NAME         ${hairColourNames.join(" or ")} (default: dark)
  --second-shot DAYS  also the same place some days later: hair has grown
  --second-visit NEW,THICKER,GONE
                      also the same place months later, with these shares of its
                      hairs new, thicker and gone, such as 0.1,0.2,0.05
  --out FOLDER        where the files go (default: the current folder)
  --json              print the truth instead of the names of the files`;

const options = {
  level: { type: "string" },
  seed: { type: "string" },
  "um-per-px": { type: "string" },
  width: { type: "string" },
  height: { type: "string" },
  tone: { type: "string" },
  hair: { type: "string" },
  "second-shot": { type: "string" },
  "second-visit": { type: "string" },
  out: { type: "string" },
} as const;

/** The words after \`stipple measure synth\`. */
export async function synthesise(words: readonly string[]): Promise<ExitCode> {
  const { text, isSet } = readWords(words, options, {
    name: "options only",
    atMost: 0,
    atLeast: 0,
  });
  const scene: SceneOptions = {
    level: readName("--level", text("level") ?? "L2", levelNames),
    seed: readNumber("--seed", text("seed") ?? "7", { least: 0, most: 2 ** 32 - 1, isWhole: true }),
    umPerPx: readNumber("--um-per-px", text("um-per-px") ?? "4", { least: 1, most: 50 }),
    widthUm: readNumber("--width", text("width") ?? String(standardFrame.widthUm), frameLimits),
    heightUm: readNumber("--height", text("height") ?? String(standardFrame.heightUm), frameLimits),
    tone: readName("--tone", text("tone") ?? "III", skinTones),
    hairColour: readName("--hair", text("hair") ?? "dark", hairColourNames),
  };
  const later = drawLater(scene, text("second-shot"), text("second-visit"));
  const folder = text("out") ?? ".";
  const name = `${scene.level}-${scene.seed}`;
  const pictures = [
    { name, ...truthOf(scene, makeScene(scene)) },
    ...(later ? [{ name: `${name}-second`, ...later }] : []),
  ];
  for (const picture of pictures) await writePicture(folder, picture);
  if (isSet("json")) printJson(pictures.map(({ truth }) => truth));
  else {
    const files = pictures.flatMap((picture) => [`${picture.name}.png`, `${picture.name}.json`]);
    print(files.map((file) => join(folder, file)));
  }
  return 0;
}

const frameLimits = { least: 500, most: widest };

interface Picture {
  readonly image: PixelImage;
  readonly truth: object;
}

function truthOf(options: SceneOptions, scene: SyntheticScene): Picture {
  const { image, umPerPx, areaCm2, hairs } = scene;
  return { image, truth: { options, umPerPx, areaCm2, hairs } };
}

/** The later photo that was asked for, with what happened to every hair. */
function drawLater(
  scene: SceneOptions,
  shot: string | undefined,
  visit: string | undefined,
): Picture | undefined {
  if (shot !== undefined && visit !== undefined) {
    throw new Problem("There can be one later photo only.", {
      detail: "Both --second-shot and --second-visit are given.",
      action: "Use one of them.",
    });
  }
  if (shot !== undefined) {
    const afterDays = readNumber("--second-shot", shot, { least: 0, most: 30 });
    const second = makeSecondShot(scene, afterDays);
    const { fromFirstPx, shedIds } = second;
    const { image, truth } = truthOf(scene, second);
    return { image, truth: { ...truth, afterDays, fromFirstPx, shedIds } };
  }
  if (visit === undefined) return undefined;
  const [newFraction = 0, thickerFraction = 0, goneFraction = 0] = visit
    .split(",")
    .map((share) => readNumber("--second-visit", share, { least: 0, most: 0.5 }));
  const change = { newFraction, thickerFraction, thinnerFraction: 0, goneFraction };
  const second = makeSecondVisit(scene, change);
  const { fromFirstPx, fates } = second;
  const { image, truth } = truthOf(scene, second);
  return { image, truth: { ...truth, change, fromFirstPx, fates: fateLists(fates) } };
}

/** The numbers of the hairs of each fate. */
function fateLists(fates: ReadonlyMap<number, HairFate>): Readonly<Record<string, number[]>> {
  return Object.fromEntries(
    [...Map.groupBy(fates, ([, fate]) => fate)].map(([fate, hairs]) => [
      fate,
      hairs.map(([id]) => id),
    ]),
  );
}

async function writePicture(
  folder: string,
  { name, image, truth }: Picture & { readonly name: string },
): Promise<void> {
  const { width, height, rgba } = image;
  const png = await sharp(rgba, { raw: { width, height, channels: 4 } })
    .removeAlpha()
    .png()
    .toBuffer();
  const file = join(folder, `${name}.png`);
  try {
    // Not recursive: below a folder such as /proc that would never end.
    if (!existsSync(folder)) mkdirSync(folder);
    writeFileSync(file, png);
  } catch (error) {
    throw cannotWrite(file, error);
  }
  writeWhole(join(folder, `${name}.json`), `${JSON.stringify(truth)}\n`);
}

function readName<N extends string>(option: string, text: string, names: readonly N[]): N {
  const name = names.find((candidate) => candidate === text);
  if (name !== undefined) return name;
  throw new Problem(`${option} "${text}" is not known.`, {
    detail: `It can be ${names.join(", ")}.`,
    action: "Use one of these names.",
  });
}

function readNumber(
  option: string,
  text: string,
  limits: { readonly least: number; readonly most: number; readonly isWhole?: boolean },
): number {
  const { least, most, isWhole = false } = limits;
  const value = text.trim() === "" ? Number.NaN : Number(text);
  if (value >= least && value <= most && (!isWhole || Number.isInteger(value))) return value;
  throw new Problem(`${option} makes no sense.`, {
    detail: `It is "${text}", and can be ${isWhole ? "a whole number of " : ""}${least} to ${most}.`,
    action: "Give a number between these.",
  });
}
