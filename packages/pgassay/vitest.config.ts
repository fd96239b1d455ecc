import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        include: ["test/**/*.test.ts"],
        // The tests of the command line run the compiled program.
        globalSetup: "test/compile.ts",
        setupFiles: "test/fixed-seed.ts",
        // Starting a server takes tens of milliseconds, or seconds on a machine that has much else to do.
        testTimeout: 60_000,
        hookTimeout: 60_000,
        // Tests import the sources, not what was built from them: no build is needed, and none can be stale.
        // `default` is for people; .ci/count-tests.mjs sums the reports.
        reporters: ["default", ["junit", { outputFile: "test-results/vitest.xml" }]],
    },
});
