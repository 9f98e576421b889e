import { defineConfig } from "vitest/config";

export default defineConfig({
  root: new URL("../..", import.meta.url).pathname,
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: "threads",
    // By itself the runner leaves one core idle: of two that is half of them.
    maxWorkers: "100%",
    // A golden that is missing fails here too, not only in CI.
    update: process.argv.includes("-u") ? "all" : "none",
  },
});
