import { fileURLToPath } from "node:url";
import { readQueries, schemaRecipe, silent, withClient, withCloneOf } from "pgassay";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const queries = await readQueries(`${root}packages/bench/queries`, root);
const named = new Set(queries.flatMap(({ requiredIndexes }) => requiredIndexes));

/** Indexes of the migrated schema, without those that stand behind a constraint unless a query names them. */
async function indexes(): Promise<{ name: string; isConstraint: boolean }[]> {
    const recipe = await schemaRecipe({
        migrationsDir: `${root}db/migrations`,
        schemaFile: `${root}db/schema.sql`,
        migrationsTable: "public.schema_migrations",
    });
    return withCloneOf({ recipe, progress: silent }, (clone) =>
        withClient(clone, async (client) => {
            const { rows } = await client.query<{ name: string; isConstraint: boolean }>(
                `select
                        c.relname as name,
                        exists (select from pg_catalog.pg_constraint as k where k.conindid = c.oid) as "isConstraint"
                    from pg_catalog.pg_class as c
                    where c.relkind = 'i' and c.relnamespace = 'public'::regnamespace
                    order by c.relname collate "C"`,
            );
            return rows;
        }),
    );
}

describe("the critical queries", () => {
    it("are at least twenty, each with a case, an index and a target", () => {
        expect(queries.length).toBeGreaterThanOrEqual(20);
        expect(
            queries.filter(
                ({ kind, cases, requiredIndexes }) =>
                    cases.length === 0 || (kind === "read" && requiredIndexes.length === 0),
            ),
        ).toEqual([]);
    });

    it("name indexes that exist", async () => {
        const existing = new Set((await indexes()).map(({ name }) => name));
        expect([...named].filter((name) => !existing.has(name))).toEqual([]);
    });

    it("need every index of the document but one", async () => {
        // The document names its indexes idx_…; those added later are named as PostgreSQL would.
        const documented = (await indexes()).filter(({ name }) => name.startsWith("idx_"));
        expect(documented.length).toBe(21);
        // The index added on (project_id, workflow_type) took its one query over; the contract keeps it.
        expect(documented.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([
            "idx_approval_workflow_active_type",
        ]);
    });
});
