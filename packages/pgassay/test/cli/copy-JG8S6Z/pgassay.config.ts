import { defineConfig } from "../../../src/index.ts";
import { library } from "./dataset.ts";

export default defineConfig({
    migrations: { directory: "migrations", schemaFile: "schema.sql" },
    tests: "tests",
    queries: "queries",
    dataset: library,
    runs: "runs",
});
