import { defineConfig } from "pgassay";

export default defineConfig({
    migrations: { directory: "db/migrations", schemaFile: "db/schema.sql" },
    tests: "tests",
    queries: "queries",
});
