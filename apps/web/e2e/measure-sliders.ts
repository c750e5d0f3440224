import { existsSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { seedTreatment } from "./seed.ts";
import { startApp } from "./server.ts";

/** A slider, and the step of the chain that is watched while it moves. */
const moves = [
  { slider: "Rolls over each section", step: "Where the needles hit" },
  { slider: "Needle length", step: "How deep they go" },
  { slider: "From rolling to the drug", step: "How long the channels stay open" },
  { slider: "From rolling to the drug", step: "What passes into the blood" },
] as const;
const presses = ["Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"];

const browserPath = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find(
  (path) => path && existsSync(path),
);
const quietMs = 500;
const longTaskMs = 50;

/** What the page noted of one press: milliseconds from the event on. */
interface Noted {
  /** When the sentence or the picture had changed for the first time, painted. */
  firstMs: number | undefined;
  /** When the sentence had changed for the last time. */
  numbersMs: number | undefined;
  /** When the picture had changed for the last time. */
  pictureMs: number | undefined;
}

/**
 * Moves the sliders of Understand and prints how soon the page follows: first at full speed, where the processor time
 * of the page's tasks is taken times the slowdown and other programs do not count; then slowed, by the clock.
 */
export async function measureSliders(slowdown: number): Promise<void> {
  const app = await startApp();
  const browser = await chromium.launch({
    ...(browserPath && { executablePath: browserPath }),
    args: ["--no-sandbox", "--disable-gpu"],
  });
  try {
    await seedTreatment(app);
    const page = await browser.newPage({
      baseURL: app.url,
      viewport: { width: 390, height: 844 },
      serviceWorkers: "block",
    });
    await page.route(/worker[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: slowReplies(slowdown) + (await response.text()) });
    });
    await page.goto("/understand");
    await settle(page);
    await page.evaluate(watchSliders);
    for (const move of moves) {
      await browser.startTracing(page, { categories: ["toplevel"] });
      await moveSlider(page, move);
      printTasks(move, mainTasksMs(String(await browser.stopTracing())), slowdown);
    }
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    for (const move of moves) printTimes(move, await moveSlider(page, move));
  } finally {
    await browser.close();
    await app.stop();
  }
}

async function moveSlider(
  page: Page,
  { slider, step }: (typeof moves)[number],
): Promise<readonly Noted[]> {
  const place = page
    .getByRole("region", { name: step, exact: true })
    .getByRole("slider", { name: slider });
  await place.focus();
  await settle(page);
  const noted: Noted[] = [];
  for (const key of presses) {
    await page.evaluate((name) => startNoting(name), step);
    await page.keyboard.press(key);
    await settle(page);
    noted.push(await page.evaluate(() => readNoted()));
  }
  return noted;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Time on the processor, in microseconds. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Processor time of every task of the page's own thread. */
function mainTasksMs(trace: string): readonly number[] {
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(trace);
  const isMain = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return traceEvents
    .filter(({ name, pid, tid }) => name.endsWith("RunTask") && isMain.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
}

declare function startNoting(step: string): void;
declare function readNoted(): Noted;

/**
 * Before a worker's own script: the browser slows pages but not workers, so each reply waits for as long as it took.
 * Bands, which nobody waits for, go out at once.
 */
function slowReplies(slowdown: number): string {
  return `{
    let began = performance.now();
    const listen = self.addEventListener.bind(self);
    const post = self.postMessage.bind(self);
    self.addEventListener = (type, hear) =>
      listen(type, (event) => { began = performance.now(); hear(event); });
    self.postMessage = (message) => {
      const now = performance.now();
      const isBand = String(message.panel).endsWith("-doubt");
      const until = isBand ? now : now + ${slowdown - 1} * (now - began);
      while (performance.now() < until);
      post(message);
      began = performance.now();
    };
  }\n`;
}

/** Runs in the page: notes when the watched step follows its slider. */
function watchSliders(): void {
  const clean = (): Noted => ({
    firstMs: undefined,
    numbersMs: undefined,
    pictureMs: undefined,
  });
  let noted = clean();
  let movedAt = Number.POSITIVE_INFINITY;
  let watched: Element | undefined;
  const elementOf = (node: Node) => (node instanceof Element ? node : node.parentElement);
  const isSentence = (node: Node) =>
    Boolean(elementOf(node)?.closest("p[aria-busy]:not([data-band])"));
  const isPicture = (node: Node) => Boolean(elementOf(node)?.closest("[role=img], figure"));

  addEventListener(
    "input",
    ({ timeStamp }) => {
      movedAt = timeStamp;
    },
    true,
  );
  new MutationObserver((changes) => {
    const places = changes
      .filter(
        ({ target, attributeName }) => watched?.contains(target) && attributeName !== "aria-busy",
      )
      .map(({ target }) => target);
    const hasSentence = places.some(isSentence);
    const hasPicture = places.some(isPicture);
    if (movedAt === Number.POSITIVE_INFINITY || !(hasSentence || hasPicture)) return;
    const into = noted;
    requestAnimationFrame(() => {
      // A message that is sent before a frame is painted arrives after it.
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        const ms = performance.now() - movedAt;
        into.firstMs ??= ms;
        if (hasSentence) into.numbersMs = ms;
        if (hasPicture) into.pictureMs = ms;
      };
      painted.port2.postMessage(undefined);
    });
  }).observe(document.body, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
  });
  Object.assign(globalThis, {
    startNoting(step: string) {
      noted = clean();
      movedAt = Number.POSITIVE_INFINITY;
      watched = [...document.querySelectorAll("section")].find(
        (section) => section.querySelector("h2")?.textContent === step,
      );
    },
    readNoted: () => noted,
  });
}

/** Waits until every step has its numbers, the forecast its finest, and nothing but bands has been busy for a while. */
async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    (quiet) => {
      const busy = '[aria-busy="true"]:not([data-band]), progress, [role="status"][aria-label]';
      const state = globalThis as { quietSince?: number | undefined };
      if (document.querySelector(busy)) state.quietSince = undefined;
      else state.quietSince ??= performance.now();
      const isQuiet =
        state.quietSince !== undefined && performance.now() - state.quietSince > quiet;
      if (isQuiet) state.quietSince = undefined;
      return isQuiet;
    },
    quietMs,
    { polling: 100, timeout: 60_000 },
  );
}

type Move = (typeof moves)[number];

function printTasks({ slider, step }: Move, tasksMs: readonly number[], slowdown: number): void {
  const slowed = tasksMs.map((ms) => slowdown * ms).toSorted((a, b) => b - a);
  const long = slowed.filter((ms) => ms > longTaskMs).length;
  const longest = slowed.slice(0, 3).map((ms) => ms.toFixed(0));
  console.log(
    `${slider} → ${step}: longest tasks ${longest.join(", ")} ms on the processor, times ${slowdown}; ` +
      `${long} over ${longTaskMs} ms in ${presses.length} moves.`,
  );
}

function printTimes({ slider, step }: Move, noted: readonly Noted[]): void {
  const spread = (pick: (one: Noted) => number | undefined) => {
    const values = noted.flatMap((one) => pick(one) ?? []).toSorted((a, b) => a - b);
    const middle = values[values.length >> 1];
    return middle === undefined ? "–" : `${middle.toFixed(0)} (worst ${values.at(-1)?.toFixed(0)})`;
  };
  console.log(
    `${slider} → ${step}, ms by the clock: first change ${spread(({ firstMs }) => firstMs)}, ` +
      `numbers ${spread(({ numbersMs }) => numbersMs)}, picture ${spread(({ pictureMs }) => pictureMs)}.`,
  );
}
