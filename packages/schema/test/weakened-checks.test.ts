import { readFile } from "node:fs/promises";
import {
    filePassed,
    findTestFiles,
    runFiles,
    silent,
    withClient,
    withCluster,
    type Cluster,
    type FileResult,
    type Recipe,
    type Template,
    type TestFile,
} from "pgassay";
import { expect, it } from "vitest";
import { ourTestRecipe, testsDirectory } from "./project.ts";

interface Check {
    readonly name: string;
    /** Puts a check in its place that accepts everything. */
    readonly weaken: string;
}

async function checksOf(cluster: Cluster, template: Template): Promise<Check[]> {
    return cluster.withClone(template, (clone) =>
        withClient(clone, async (client) => {
            const { rows } = await client.query<Check>(
                `select
                    conname as name,
                    format(
                        'alter table %s drop constraint %I, add constraint %I check (true)',
                        conrelid::regclass, conname, conname
                    ) as weaken
                from pg_catalog.pg_constraint
                where contype = 'c' and connamespace = 'public'::regnamespace and conrelid <> 0
                order by conname, conrelid::regclass::text`,
            );
            return rows;
        }),
    );
}

/** The test files that speak of something, which are those that can notice it change. */
async function filesNaming(name: string): Promise<TestFile[]> {
    const files = await findTestFiles(testsDirectory, {}, testsDirectory);
    const texts = await Promise.all(files.map(({ path }) => readFile(path, "utf8")));
    return files.filter((_, place) => texts[place]?.includes(name));
}

function complaints(results: readonly FileResult[]): string {
    return results
        .filter((result) => !filePassed(result))
        .flatMap(({ assertions }) => assertions.filter(({ passed }) => !passed))
        .map(({ description, diagnostics }) => [description, ...diagnostics].join("\n"))
        .join("\n");
}

it("notices every check that is weakened, and names it", async () => {
    const recipe = await ourTestRecipe();
    await withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        const unnoticed: string[] = [];
        const checks = await checksOf(cluster, template);
        expect(checks.length).toBeGreaterThan(0);
        for (const { name, weaken } of checks) {
            const weakened: Recipe = {
                name: "weakened",
                inputs: [weaken],
                base: recipe,
                async build(database) {
                    await withClient(database, (client) => client.query(weaken));
                },
            };
            const results = await runFiles(
                cluster,
                await cluster.ensureTemplate(weakened, silent),
                await filesNaming(name),
                silent,
            );
            if (!complaints(results).includes(name)) unnoticed.push(name);
        }
        expect(unnoticed).toEqual([]);
    });
});
