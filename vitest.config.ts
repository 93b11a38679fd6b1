import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "test/subjects/**"],
    globalSetup: ["test/setup.ts"],
    // Most tests start child processes: two at a time keep a small machine's timings honest.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    maxWorkers: 2,
  },
});
