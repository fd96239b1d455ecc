import { defineConfig } from "vite";
import { findingPages } from "./finding-pages.ts";

/**
 * Makes of a file of `src` one script and one style sheet in `dist/page`, with nothing left to load: `page` is the
 * report itself, `viewer` the plan viewer, which is only unpacked when somebody looks at a plan.
 */
export default defineConfig(({ mode }) => ({
    root: import.meta.dirname,
    publicDir: false,
    define: { "process.env.NODE_ENV": '"production"', __VUE_OPTIONS_API__: String(mode === "viewer") },
    oxc: { jsx: { runtime: "automatic", importSource: "vue" } },
    plugins: mode === "page" ? [findingPages()] : [],
    build: {
        outDir: "../dist/page",
        emptyOutDir: false,
        // The first that know `light-dark()`, all of 2024 or before.
        target: ["chrome123", "firefox121", "safari17.5"],
        license: { fileName: `${mode}-licenses.md` },
        lib: {
            entry: `src/${mode}.ts`,
            formats: ["iife"],
            name: "pgassayReport",
            fileName: () => `${mode}.js`,
            cssFileName: mode,
        },
    },
}));
