import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "law/**/*.test.ts", "tests/**/*.test.{ts,tsx}", "tools/**/*.test.ts"],
    globalSetup: ["tests/support/global-setup.ts"],
    pool: "forks",
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // A test says what it expects of the time of day; the machine's own zone must not matter.
    env: { TZ: "UTC" },
  },
});
