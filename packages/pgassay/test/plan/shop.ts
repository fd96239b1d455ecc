import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test as base } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { withClient } from "../../src/server/client.ts";
import type { Cluster, Database, Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { fillAndVacuum } from "../data/fill-and-vacuum.ts";

/** The directory of the shop that plans are tried on: `schema.sql`, `queries` and their `trees`. */
export const shopDirectory = join(import.meta.dirname, "shop");

/** The shop with its rows, vacuumed and analyzed. */
export async function shopRecipe(): Promise<Recipe> {
    const schema = await readFile(join(shopDirectory, "schema.sql"), "utf8");
    return {
        name: "plan-shop",
        inputs: [schema, "settled"],
        build: (database) => withClient(database, (client) => fillAndVacuum(client, schema)),
    };
}

/** A shop of one's own, with all its rows. */
export type UseShop = <T>(use: (database: Database) => Promise<T>) => Promise<T>;

/** Tests with a `withShop` that hands them a clone of the shop. */
export const test = base.extend<{ cluster: Cluster; withShop: UseShop }>({
    cluster: [
        async ({}, use) => {
            await withCluster({ recipe: await shopRecipe(), progress: silent }, use);
        },
        { scope: "file" },
    ],
    withShop: async ({ cluster }, use) => {
        const template = await cluster.ensureTemplate(await shopRecipe(), silent);
        await use((inShop) => cluster.withClone(template, inShop));
    },
});
