import { test } from "vitest";
import { silent } from "../../src/core/progress.ts";
import type { Cluster, Database, Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";

const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };

/** A test that may ask for empty databases of its own, on an embedded server that the tests of a file share. */
export const databaseTest = test.extend<{ database: Database; otherDatabase: Database; cluster: Cluster }>({
    cluster: [async ({}, use) => withCluster({ recipe: empty, progress: silent }, use), { scope: "file" }],
    database: async ({ cluster }, use) => cluster.withClone(await cluster.ensureTemplate(empty, silent), use),
    otherDatabase: async ({ cluster }, use) => cluster.withClone(await cluster.ensureTemplate(empty, silent), use),
});
