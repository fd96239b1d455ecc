import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { schemaRecipe } from "../../src/migrate/schema-recipe.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { withCloneOf } from "../../src/server/with-cluster.ts";
import { asTest, tryMutants, wrongSuggestions } from "./derived-corpus.ts";
import type { Trial } from "./derived-corpus.ts";

const library = fileURLToPath(new URL("../../../../examples/library-lending/", import.meta.url));

async function tryLibrary(): Promise<Trial[]> {
    const schema = await schemaRecipe({
        migrationsDir: join(library, "db/migrations"),
        schemaFile: join(library, "db/schema.sql"),
        migrationsTable: "public.schema_migrations",
    });
    const recipe = await testRecipe(schema, join(library, "tests/setup"));
    return withCloneOf({ recipe, progress: silent }, (clone) => asTest(clone, tryMutants));
}

it("knows lines of pgTAP that kill the mutants of a schema it has never seen", async () => {
    const trials = await tryLibrary();
    expect(trials.length).toBeGreaterThan(300);
    expect(new Set(trials.map(({ mutant }) => mutant.id)).size).toBe(trials.length);
    expect(wrongSuggestions(trials)).toEqual([]);
    // What PostgreSQL refuses is told from what it need not be asked: few are left to be tried in vain.
    const inVain = trials.filter(({ mutant, stillborn }) => stillborn !== undefined && !mutant.ineffective);
    expect(inVain.length / trials.length).toBeLessThan(0.05);
}, 300_000);
