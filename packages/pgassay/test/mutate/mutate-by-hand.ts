import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MutationRun, Verdict } from "../../src/core/mutation-run.ts";
import { silent } from "../../src/core/progress.ts";
import { mutateSchema } from "../../src/mutate/mutate-schema.ts";
import type { Mutant } from "../../src/mutate/mutant.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { withClient } from "../../src/server/client.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";

/** A mutant of `public.book` as a person would write it. */
export function mutant(id: string, sql: string, more: Partial<Mutant> = {}): Mutant {
    return {
        id,
        operator: "by-hand",
        class: "check",
        owner: { schema: "public", name: "book" },
        names: [],
        description: id,
        sql: [sql],
        planting: "transaction",
        oracle: "tests",
        suggestion: "select pass();",
        ...more,
    };
}

/** Runs mutants of a schema against test files that are given as text. */
export async function mutateByHand(
    schema: string,
    files: Readonly<Record<string, string>>,
    mutants: readonly Mutant[],
    judged: ReadonlyMap<string, Verdict> = new Map(),
): Promise<MutationRun> {
    const base: Recipe = {
        name: "by-hand",
        inputs: [schema],
        build: (database) =>
            withClient(database, async (client) => {
                await client.query(schema);
            }),
    };
    const recipe = await testRecipe(base, "no such directory");
    const directory = await mkdtemp(join(tmpdir(), "pgassay-mutate-"));
    try {
        const testFiles = Object.keys(files).map((name) => ({ name, path: join(directory, name) }));
        for (const [name, sql] of Object.entries(files)) await writeFile(join(directory, name), sql);
        return await withCluster({ recipe, progress: silent }, async (cluster) =>
            mutateSchema(
                cluster,
                await cluster.ensureTemplate(recipe, silent),
                { mutants, files: testFiles, lastKillers: new Map(), accepted: new Map(), judged },
                silent,
            ),
        );
    } finally {
        await rm(directory, { recursive: true });
    }
}

/** The verdicts of a run, by mutant. */
export function verdicts(run: MutationRun): Record<string, Verdict> {
    return Object.fromEntries(run.mutants.map(({ id, verdict }) => [id, verdict]));
}
