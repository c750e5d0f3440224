import { helpIfAsked } from "./usage.mjs";

helpIfAsked(`Usage: node tools/bench-sliders.mjs [slowdown]

How soon the pages of Understand follow their sliders in Chromium, on a processor slowed 4 times or as given.`);

const { measureSliders } = await import("../apps/web/e2e/measure-sliders.ts");
await measureSliders(Number(process.argv[2] ?? 4));
