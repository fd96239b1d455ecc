import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { filePassed, type FileResult } from "../../src/core/test-result.ts";
import { schemaRecipe } from "../../src/migrate/schema-recipe.ts";
import { runFiles } from "../../src/pgtap/run-files.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { renderTests } from "../../src/report/tests.ts";
import { withCluster } from "../../src/server/with-cluster.ts";

const page = await readFile(new URL("../../../../docs/assertions.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/^```sql\n([^]*?)^```$/gm)].map(([, sql = ""]) => sql).join("\n");
const library = fileURLToPath(new URL("../../../../examples/library-lending/", import.meta.url));
const assertions = readdirSync(new URL("../../sql/assertions/", import.meta.url))
    .filter((name) => name.endsWith(".sql"))
    .map((name) => name.slice(0, -".sql".length));

/** Runs SQL as a test file of the lending library. */
async function runInLibrary(sql: string): Promise<FileResult | undefined> {
    const schema = await schemaRecipe({
        migrationsDir: join(library, "db/migrations"),
        schemaFile: join(library, "db/schema.sql"),
        migrationsTable: "public.schema_migrations",
    });
    const recipe = await testRecipe(schema, join(library, "tests/setup"));
    const directory = await mkdtemp(join(tmpdir(), "pgassay-examples-"));
    try {
        const path = join(directory, "examples.sql");
        await writeFile(path, `begin;\nselect no_plan();\n${sql}\nselect * from finish();\nrollback;\n`);
        return await withCluster({ recipe, progress: silent }, async (cluster) => {
            const template = await cluster.ensureTemplate(recipe, silent);
            return (await runFiles(cluster, template, [{ name: "docs/assertions.md", path }], silent))[0];
        });
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

describe("docs/assertions.md", () => {
    it.each(assertions)("lists %s and shows it at work", (name) => {
        expect(page).toContain(`| \`${name}(`);
        expect(examples).toMatch(new RegExp(`\\b${name}\\(`));
    });

    it("shows examples that pass", async () => {
        const result = await runInLibrary(examples);
        expect(result && filePassed(result), result && renderTests([result], { color: false })).toBe(true);
        expect(result?.assertions.length).toBeGreaterThan(assertions.length);
    });
});
