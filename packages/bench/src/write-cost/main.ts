/**
 * Prints what audit trail, search and policies make of the cost of writing tasks, as factors with their spread, and
 * exits with 1 when one is over its limit. `--sessions N` for less spread.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { schemaRecipe } from "pgassay";
import { measureWrites } from "./measure.ts";
import { renderWriteCosts, writeCosts } from "./ratios.ts";
import { tasksRecipe } from "./tasks.ts";

const db = fileURLToPath(new URL("../../../../db/", import.meta.url));
const { values } = parseArgs({ options: { sessions: { type: "string", default: "3" } } });

if (existsSync("/proc/self/schedstat")) {
    const schema = await schemaRecipe({
        migrationsDir: `${db}migrations`,
        schemaFile: `${db}schema.sql`,
        migrationsTable: "public.schema_migrations",
    });
    const progress = { step: (name: string) => console.error(name), advance: () => {} };
    const costs = writeCosts(await measureWrites(tasksRecipe(schema), Number(values.sessions), progress));
    console.log(`\nProcessor time of writes, as a multiple of the same write on a bare table\n`);
    console.log(renderWriteCosts(costs));
    if (costs.some(({ isOverLimit }) => isOverLimit)) process.exitCode = 1;
} else {
    console.error("the cost of writes is not measured: only Linux says how long a process has run");
}
