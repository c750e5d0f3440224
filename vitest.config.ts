import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "apps/{server,cli}/src/**/*.test.ts",
      "apps/web/src/**/*.test.ts",
      "scenarios/*.test.ts",
      "tools/*.test.ts",
    ],
    // Properties on many inputs are long by intent; everything else is quick.
    testTimeout: Number(process.env.PROPERTY_RUNS ?? 0) > 10_000 ? 900_000 : 60_000,
    maxWorkers: 2,
    coverage: {
      provider: "v8",
      include: ["packages/protocol/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/testing/**"],
      reportsDirectory: "node_modules/.cache/coverage",
      reporter: ["text-summary"],
      // The rules people act on: every branch is tested.
      thresholds: { branches: 100 },
    },
  },
});
