import { bdufDataset } from "@bduf/fixtures";
import { defineConfig } from "pgassay";

export default defineConfig({
    migrations: { directory: "db/migrations", schemaFile: "db/schema.sql" },
    docs: "docs/schema",
    tests: "packages/schema/tests",
    queries: "packages/bench/queries",
    dataset: bdufDataset,
    seeds: {
        sample: ["db/seeds/default_organizations.sql", "db/seeds/default_users.sql", "db/seeds/sample_projects.sql"],
    },
    runs: "packages/bench/runs",
});
