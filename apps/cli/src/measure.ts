import { type Command, type ExitCode, readWords } from "./command.ts";
import { accuracyHelp, measureAccuracy } from "./measure-accuracy.ts";
import { alignHelp, alignOptions, alignPhotoFiles } from "./measure-align.ts";
import { closeUpHelp, closeUpOptions, measureCloseUpFile } from "./measure-closeup.ts";
import { compareCloseUpFiles, compareHelp, compareOptions } from "./measure-compare.ts";
import { synthesise, synthHelp } from "./measure-synth.ts";
import { Problem } from "./problem.ts";

export const measureCommand: Command = {
  name: "measure",
  summary: "a photo → hairs, density, thickness, with their intervals",
  help: `stipple measure closeup PHOTO [--um-per-px N] [--roi "X,Y X,Y X,Y …"] [--json]
                [--svg OUT.svg]
stipple measure align A B [--json] [--svg OUT.svg]
stipple measure compare A.json B.json [--json]
stipple measure synth [--level NAME] [--seed N] [--out FOLDER] …
stipple measure accuracy [--scenes N] [--markdown] [--json]

measure closeup
${closeUpHelp}

measure align
${alignHelp}

measure compare
${compareHelp}

measure synth
${synthHelp}

measure accuracy
${accuracyHelp}

Exit codes: 0 done · 1 refused, with the reason · 2 wrong use or input.

Example
  npm run -s stipple -- measure closeup spot.jpg --um-per-px 3 --svg hairs.svg
  prints the hairs per cm² with their 90 % interval, the thickness and the share of
  thin hairs, and draws every hair it found.`,
  async run(words): Promise<ExitCode> {
    const [verb = "", ...rest] = words;
    if (verb === "synth") return await synthesise(rest);
    if (verb === "accuracy") return measureAccuracy(rest);
    if (verb === "align") return await alignPhotoFiles(readWords(rest, alignOptions, twoPhotos));
    if (verb === "compare") return compareCloseUpFiles(readWords(rest, compareOptions, twoFiles));
    if (verb !== "closeup") {
      throw new Problem(`"measure" has no "${verb}".`, {
        detail: "It has closeup, align, compare, synth and accuracy.",
        action: 'Write it like "measure closeup PHOTO".',
      });
    }
    return await measureCloseUpFile(readWords(rest, closeUpOptions, { name: "one photo" }));
  },
};

const twoPhotos = { name: "two photos", atLeast: 2, atMost: 2 } as const;
const twoFiles = { name: "two measured close-ups", atLeast: 2, atMost: 2 } as const;
