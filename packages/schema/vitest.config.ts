import { defineConfig } from "vitest/config";

// `source` makes the packages of this repository resolve to their TypeScript, so that tests need no build.
const conditions = ["source"];

export default defineConfig({
    resolve: { conditions },
    ssr: { resolve: { conditions } },
    test: {
        include: ["test/**/*.test.ts"],
        testTimeout: 300_000,
        reporters: ["default", ["junit", { outputFile: "test-results/vitest.xml" }]],
    },
});
