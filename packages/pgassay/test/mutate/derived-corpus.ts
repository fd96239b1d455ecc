import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { silent } from "../../src/core/progress.ts";
import { deriveMutants } from "../../src/mutate/derive-mutants.ts";
import type { Mutant } from "../../src/mutate/mutant.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { testSearchPath } from "../../src/pgtap/run-file.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database, Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";

export const corpus = fileURLToPath(new URL("corpus/", import.meta.url));
export const corpusCases = readdirSync(corpus).sort();

/** The statements of a case of the corpus. */
export function schemaSql(name: string): string {
    return readFileSync(join(corpus, name, "schema.sql"), "utf8");
}

/** Hands a client of a database with pgTAP and each of the given schemas to `use`, one after the other. */
export async function onSchemas<T>(
    schemas: Readonly<Record<string, string>>,
    use: (client: pg.Client) => Promise<T>,
): Promise<Record<string, T>> {
    const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };
    const recipe = await testRecipe(empty, "no such directory");
    const results: Record<string, T> = {};
    await withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        for (const [name, sql] of Object.entries(schemas)) {
            results[name] = await cluster.withClone(template, (clone) =>
                asTest(clone, async (client) => {
                    await client.query(sql);
                    return use(client);
                }),
            );
        }
    });
    return results;
}

/** Hands a client to `use` that finds names as the test files do. */
export async function asTest<T>(database: Database, use: (client: pg.Client) => Promise<T>): Promise<T> {
    return withClient(database, use, { searchPath: testSearchPath });
}

/** What came of a mutant when it was planted, and of its suggestion. */
export interface Trial {
    readonly mutant: Mutant;
    /** The SQLSTATE that PostgreSQL refused it with. */
    readonly stillborn?: string;
    /** What the suggestion printed on the schema as it is, and on the mutant. */
    readonly before: string;
    readonly after?: string;
}

/** Plants every mutant in a transaction, asks its suggestion before and after, and rolls back. */
export async function tryMutants(client: pg.Client): Promise<Trial[]> {
    const trials: Trial[] = [];
    for (const mutant of await deriveMutants(client)) trials.push(await tryMutant(client, mutant));
    return trials;
}

async function tryMutant(client: pg.Client, mutant: Mutant): Promise<Trial> {
    await client.query("begin; select no_plan()");
    try {
        const before = await outputOf(client, mutant.suggestion);
        try {
            for (const statement of mutant.sql) await client.query(statement);
        } catch (error) {
            if (!(error instanceof pg.DatabaseError)) throw error;
            return { mutant, before, stillborn: error.code ?? "" };
        }
        return { mutant, before, after: await outputOf(client, mutant.suggestion) };
    } finally {
        await client.query("rollback");
    }
}

/** What a line of pgTAP prints; a statement that PostgreSQL refuses kills a mutant as well as a failing one. */
async function outputOf(client: pg.Client, line: string): Promise<string> {
    await client.query("savepoint line");
    try {
        const { rows } = await client.query<string[]>({ text: line, rowMode: "array" });
        return rows.flat().join("\n");
    } catch (error) {
        return `not ok: ${error instanceof Error ? error.message : String(error)}`;
    } finally {
        await client.query("rollback to savepoint line");
    }
}

/** Trials whose suggestion does not pass on the schema as it is, or passes on a mutant that some test could tell. */
export function wrongSuggestions(trials: readonly Trial[]): (readonly [id: string, line: string, output: string])[] {
    return trials.flatMap(({ mutant: { id, suggestion, ineffective }, before, after }) => {
        if (!isPassed(before)) return [[id, suggestion, before] as const];
        if (after === undefined || ineffective?.kind === "equivalent" || !isPassed(after)) return [];
        return [[id, suggestion, after] as const];
    });
}

function isPassed(output: string): boolean {
    return /^ok /m.test(output) && !/^not ok/m.test(output);
}
