import { defineConfig } from "pgassay";
import { library } from "./dataset.ts";

export default defineConfig({
    migrations: { directory: "migrations", schemaFile: "schema.sql" },
    docs: "docs",
    tests: "tests",
    queries: "queries",
    dataset: library,
    seeds: { few: ["seeds/shelves.sql", "seeds/books.sql"] },
    statistics: "statistics",
    runs: "runs",
    history: "history",
});
