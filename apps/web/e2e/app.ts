import { type BrowserContext, test as base, expect } from "@playwright/test";
import { type App, startApp } from "./server.ts";

interface Fixtures {
  /** A server of this test's own. */
  readonly app: App;
  /** What no page may do in any test: it fails when something stands here at the end. */
  readonly offences: string[];
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of the fixtures from a pattern.
  app: async ({}, use) => {
    const app = await startApp();
    await use(app);
    await app.stop();
  },
  baseURL: async ({ app }, use) => use(app.url),
  offences: [
    async ({ app, context }, use) => {
      const offences: string[] = [];
      watch(context, app.url, offences);
      await use(offences);
      expect(offences).toEqual([]);
    },
    { auto: true },
  ],
});

/** Notes requests to any other host, breaches of the page's own content policy, and errors nobody caught. */
function watch(context: BrowserContext, home: string, offences: string[]): void {
  context.on("request", (request) => {
    if (isForeign(request.url(), home)) offences.push(`foreign request: ${request.url()}`);
  });
  context.on("console", (message) => {
    if (message.text().includes("Content Security Policy")) offences.push(message.text());
  });
  context.on("weberror", (thrown) => {
    offences.push(`uncaught: ${thrown.error().stack ?? thrown.error().message}`);
  });
}

function isForeign(address: string, home: string): boolean {
  const { protocol, origin } = new URL(address);
  return /^(https?|wss?):$/.test(protocol) && origin !== home;
}

export { expect };
