import { defineConfig } from "vitest/config";

export default defineConfig({
    test: {
        include: ["test/**/*.test.ts"],
        // `default` is for people; .ci/count-tests.mjs sums the reports.
        reporters: ["default", ["junit", { outputFile: "test-results/vitest.xml" }]],
    },
});
