/** Prints what the audit trail and search add to the cost of writing tasks. Takes the number of sessions, 7 if none. */
import { fileURLToPath } from "node:url";
import { schemaRecipe } from "pgassay";
import { measureWrites } from "./measure.ts";
import { variants } from "./variants.ts";

const db = fileURLToPath(new URL("../../../../db/", import.meta.url));

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

const recipe = await schemaRecipe({
    migrationsDir: `${db}migrations`,
    schemaFile: `${db}schema.sql`,
    migrationsTable: "public.schema_migrations",
});
const costs = await measureWrites(recipe, Number(process.argv[2] ?? 7));
const names = variants.map(({ name }) => name);
const [base = ""] = names;

console.log(
    ["write".padEnd(14), `${base} ms`.padStart(12), ...names.slice(1).map((name) => name.padStart(18))].join(""),
);
for (const [write, byVariant] of costs) {
    const ofBase = median(byVariant.get(base) ?? []);
    const ratios = names.slice(1).map((name) => (median(byVariant.get(name) ?? []) / ofBase).toFixed(2).padStart(18));
    console.log([write.padEnd(14), ofBase.toFixed(3).padStart(12), ...ratios].join(""));
}
