import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import type { MutationRun, Verdict } from "../../src/core/mutation-run.ts";
import { silent } from "../../src/core/progress.ts";
import { schemaRecipe } from "../../src/migrate/schema-recipe.ts";
import { runBaseline } from "../../src/mutate/baseline.ts";
import { deriveMutants } from "../../src/mutate/derive-mutants.ts";
import { judgeInClones } from "../../src/mutate/judge-in-clones.ts";
import { nobody, type Killers } from "../../src/mutate/order-files.ts";
import { mutateSchema } from "../../src/mutate/mutate-schema.ts";
import type { Mutant } from "../../src/mutate/mutant.ts";
import { sideBySide } from "../../src/mutate/side-by-side.ts";
import { readSuite } from "../../src/mutate/suite.ts";
import { findTestFiles } from "../../src/pgtap/find-test-files.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { asTest } from "./derived-corpus.ts";
import { verdicts } from "./mutate-by-hand.ts";

const library = fileURLToPath(new URL("../../../../examples/library-lending/", import.meta.url));

/** Every so many-th mutant; to judge all plainly takes minutes. */
const oneOf = 8;

/** Judges mutants of the lending library as the command does, again with what it remembers, and each alone. */
async function judge(): Promise<{ fast: MutationRun; again: MutationRun; plain: Map<string, Verdict> }> {
    const schema = await schemaRecipe({
        migrationsDir: join(library, "db/migrations"),
        schemaFile: join(library, "db/schema.sql"),
        migrationsTable: "public.schema_migrations",
    });
    const recipe = await testRecipe(schema, join(library, "tests/setup"));
    const found = await findTestFiles(join(library, "tests"), {}, library);
    // Without its longest file the suite lets some live: a survivor must be one either way.
    const files = found.filter(({ name }) => !name.endsWith("loans.sql"));
    return withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        const all = await cluster.withClone(template, (clone) => asTest(clone, (client) => deriveMutants(client)));
        const mutants = all.filter(({ ineffective, oracle }) => !ineffective && oracle === "tests");
        const some = mutants.filter((_, i) => i % oneOf === 0);
        const run = (lastKillers: Killers): Promise<MutationRun> =>
            mutateSchema(
                cluster,
                template,
                { mutants: some, files, lastKillers, accepted: new Map(), judged: new Map() },
                silent,
            );
        const fast = await run(new Map());
        const killers = fast.mutants.flatMap(({ id, verdict }): [string, string][] =>
            verdict.kind === "killed" ? [[id, verdict.by.file]] : verdict.kind === "survived" ? [[id, nobody]] : [],
        );
        const again = await run(new Map(killers));
        const baseline = await runBaseline(cluster, template, await readSuite(files), silent);
        const judged = await sideBySide(some, async (mutant: Mutant): Promise<[string, Verdict]> => [
            mutant.id,
            await judgeInClones(cluster, template, mutant, baseline),
        ]);
        return { fast, again, plain: new Map(judged) };
    });
}

describe("a mutant of the lending library", () => {
    let judged: Awaited<ReturnType<typeof judge>>;

    beforeAll(async () => {
        judged = await judge();
    }, 300_000);

    it("is noticed when it shares a session with others exactly if it is in a database of its own", () => {
        const plain = judged.plain;
        expect(plain.size).toBeGreaterThan(40);
        const kinds = new Set([...plain.values()].map(({ kind }) => kind));
        expect([...kinds]).toEqual(expect.arrayContaining(["killed", "survived"]));
        const isNoticed = (verdict: Verdict | undefined): string => {
            // A duplicate is one among others, and alone a mutant like any.
            if (verdict?.kind === "duplicate") return "survived";
            return verdict?.kind ?? "no verdict";
        };
        const fast = Object.entries(verdicts(judged.fast)).map(([id, verdict]) => [id, isNoticed(verdict)]);
        expect(fast).toEqual([...plain].map(([id, verdict]) => [id, isNoticed(verdict)]));
    });

    it("has the same verdict whether or not it is known who noticed it the last time", () => {
        const kinds = (run: MutationRun): string[] => run.mutants.map(({ id, verdict }) => `${verdict.kind} ${id}`);
        expect(kinds(judged.again)).toEqual(kinds(judged.fast));
    });
});
