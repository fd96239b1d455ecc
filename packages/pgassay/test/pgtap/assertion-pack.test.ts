import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { filePassed } from "../../src/core/test-result.ts";
import { runFiles } from "../../src/pgtap/run-files.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import { renderTests } from "../../src/report/tests.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";

const pack = fileURLToPath(new URL("../../sql/assertions/", import.meta.url));
const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };

/** The SQL files of a directory, without their ending. */
function namesIn(directory: string): string[] {
    return readdirSync(directory)
        .filter((name) => name.endsWith(".sql"))
        .map((name) => name.slice(0, -".sql".length))
        .sort();
}

describe("the assertion pack", () => {
    it("has a test of its own for every assertion", () => {
        expect(namesIn(`${pack}tests`)).toEqual(namesIn(pack));
    });

    it("passes them", async () => {
        const files = namesIn(`${pack}tests`).map((name) => ({ name, path: `${pack}tests/${name}.sql` }));
        const recipe = await testRecipe(empty, "no such directory");
        const results = await withCluster({ recipe, progress: silent }, async (cluster) =>
            runFiles(cluster, await cluster.ensureTemplate(recipe, silent), files, silent),
        );
        const failed = results.filter((result) => !filePassed(result));
        expect(failed, renderTests(failed, { color: false })).toEqual([]);
        expect(results.flatMap(({ assertions }) => assertions).length).toBeGreaterThan(files.length);
    });
});
