import { oddTreatment } from "@stipple/simulation/testing";
import { answerForecast, coarse, forecastInSteps } from "../../src/ui/simulator/hair-stage.ts";
import {
  answerAbsorption,
  answerClosure,
  answerHealing,
  answerPunctures,
} from "../../src/ui/simulator/stages.ts";
import { expect, test } from "../app.ts";

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
    const inBrowser = await page.evaluate(askWorker, { address, panel, treatment });
    expect(inBrowser.length).toBeGreaterThan(100);
    // Both texts are long, and a difference is in a late digit: it is enough to know which panel.
    expect(inBrowser === asText(answer()), panel).toBe(true);
  }
});

/** Runs in the page: a worker of its own from the app's own file, and the first whole answer as text. */
function askWorker({
  address,
  panel,
  treatment,
}: {
  readonly address: string | undefined;
  readonly panel: string;
  readonly treatment: unknown;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address ?? "", { type: "module" });
    worker.addEventListener("error", ({ message }) => reject(new Error(message)));
    worker.addEventListener("message", ({ data }) => {
      if (data.kind === "refused" || data.kind === "failed")
        reject(new Error(JSON.stringify(data)));
      if (data.kind !== "answer") return;
      worker.terminate();
      resolve(
        JSON.stringify(data.answer, (_, value) =>
          ArrayBuffer.isView(value) ? Array.from(value as unknown as Iterable<unknown>) : value,
        ),
      );
    });
    worker.postMessage({ id: 1, panel, treatment });
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
