import { readdirSync } from "node:fs";
import { join } from "node:path";
import { oddTreatment } from "@stipple/simulation/testing";
import { makeScene } from "@stipple/synthetic-scalp";
import { measureCloseUp } from "@stipple/trichometry";
import { regionOf } from "../../src/measure/closeup/count-region.ts";
import { foundOf } from "../../src/measure/closeup/kept-measurement.ts";
import { answerForecast, coarse, forecastInSteps } from "../../src/ui/simulator/hair-stage.ts";
import {
  answerAbsorption,
  answerClosure,
  answerHealing,
  answerPunctures,
} from "../../src/ui/simulator/stages.ts";
import { expect, test } from "../app.ts";
import { pngOf } from "../closeup-photos.ts";

const treatment = oddTreatment(6, 52);

const inNode = {
  punctures: () => answerPunctures(treatment),
  closure: () => answerClosure(treatment),
  absorption: () => answerAbsorption(treatment),
  healing: () => answerHealing(treatment),
  forecast: () => answerForecast(coarseForecast(), true),
} as const;

test("the app's worker gives the same numbers as Node, to the last digit", async ({ page }) => {
  await page.goto("/understand");
  await expect.poll(() => page.workers().some((one) => one.url().includes("simulate"))).toBe(true);
  const address = page
    .workers()
    .find((one) => one.url().includes("simulate"))
    ?.url();

  for (const [panel, answer] of Object.entries(inNode)) {
    const question = { panel, treatment };
    const inBrowser = await page.evaluate(askWorker, { address, question, field: "answer" });
    expect(inBrowser.length).toBeGreaterThan(100);
    // Both texts are long, and a difference is in a late digit: it is enough to know which panel.
    expect(inBrowser === asText(answer()), panel).toBe(true);
  }
});

/** Engines differ in the last digit of sines and logarithms, and hairs are measured with both. */
const sameDigits = 10;

test("a close-up counted in the browser has the same hairs as in Node, to ten digits", async ({
  page,
}) => {
  const { image } = makeScene({
    seed: 5,
    level: "L1",
    umPerPx: 5,
    widthUm: 3000,
    heightUm: 2000,
    tone: "II",
    hairColour: "dark",
  });
  const scale = { kind: "typed", umPerPx: 5 } as const;
  await page.route("**/api/photos/drawn/image", (route) =>
    route.fulfill({ contentType: "image/png", body: pngOf(image) }),
  );
  await page.goto("/measure");
  const question = { kind: "count", photoId: "drawn", scale };
  const address = scriptOf("count.worker");
  const inBrowser = await page.evaluate(askWorker, { address, question, field: "found" });

  const region = regionOf(image, scale);
  if ("kind" in region) throw new Error(region.kind);
  const measured = measureCloseUp(region.image, region.options);
  if (measured.kind === "refused") throw new Error(measured.refusal.says);
  expect(measured.hairs.length).toBeGreaterThan(5);
  const rounded = (_: string, value: unknown) =>
    typeof value === "number" ? Number(value.toPrecision(sameDigits)) : value;
  const inNodeToo = JSON.stringify(foundOf(measured, region.part), rounded);
  expect(JSON.stringify(JSON.parse(inBrowser), rounded) === inNodeToo).toBe(true);
});

test("the page's scripts may compile WebAssembly, and no text as a script", async ({
  page,
  offences,
}) => {
  const trial = `for (const [name, run] of Object.entries({
    wasm: () => new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)),
    text: () => new Function(""),
  })) {
    try { run(); } catch { document.documentElement.dataset[name] = "refused"; }
  }`;
  await page.route("**/assets/trial.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: trial }),
  );
  await page.goto("/measure");
  await page.addScriptTag({ url: "/assets/trial.js" });
  const refused = await page.evaluate(() => ({ ...document.documentElement.dataset }));
  expect(refused).toMatchObject({ text: "refused" });
  expect(refused).not.toHaveProperty("wasm");
  const worker = await page.request.get(scriptOf("count.worker"));
  expect(worker.headers()["content-security-policy"]).toContain("'wasm-unsafe-eval'");
  // The text that was refused on purpose.
  offences.length = 0;
});

/** The address of one of the app's own scripts, by the start of its name. */
function scriptOf(name: string): string {
  const assets = join(import.meta.dirname, "../../dist/assets");
  const file = readdirSync(assets).find((one) => one.startsWith(name) && one.endsWith(".js"));
  if (file === undefined) throw new Error(`${name} is not in the app`);
  return `/assets/${file}`;
}

/** Runs in the page: a worker of its own from the app's own file, and the first whole answer as text. */
function askWorker({
  address,
  question,
  field,
}: {
  readonly address: string | undefined;
  readonly question: object;
  readonly field: string;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address ?? "", { type: "module" });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.addEventListener("message", ({ data }) => {
      if (data.kind === "refused" || data.kind === "failed")
        reject(new Error(JSON.stringify(data)));
      if (!(field in data)) return;
      worker.terminate();
      resolve(
        JSON.stringify(data[field], (_, value) =>
          ArrayBuffer.isView(value) ? Array.from(value as unknown as Iterable<unknown>) : value,
        ),
      );
    });
    worker.postMessage({ id: 1, ...question });
  });
}

function coarseForecast() {
  const steps = forecastInSteps(treatment, undefined, coarse);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Written with every digit: two numbers with the same text are the same number. */
function asText(answer: unknown): string {
  return JSON.stringify(answer, (_, value) =>
    ArrayBuffer.isView(value) ? Array.from(value as unknown as Iterable<unknown>) : value,
  );
}
