import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const browser = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
].find((path) => path && existsSync(path));

export default defineConfig({
  testDir: "./e2e",
  // Pictures for the README are made on demand: SCREENSHOTS=1 playwright test screenshots
  testIgnore: process.env.SCREENSHOTS ? [] : ["**/screenshots.spec.ts"],
  outputDir: "../../node_modules/.cache/browser-tests",
  fullyParallel: false,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    viewport: { width: 390, height: 844 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "off",
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    launchOptions: {
      ...(browser && { executablePath: browser }),
      // Fields for dates and times follow the language of the browser's own menus, not that of the page.
      env: { ...process.env, LANGUAGE: "en_US", LC_ALL: "C.UTF-8" },
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        "--no-first-run",
      ],
    },
  },
});
