import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { applyCatalogRule, catalogRules, lintCatalog, type CatalogRule } from "../../src/lint/catalog-rules.ts";
import { renderFindings } from "../../src/report/findings.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database, Recipe } from "../../src/server/cluster.ts";
import { withCloneOf } from "../../src/server/with-cluster.ts";

// A case is a folder named after the rule: in `red.sql` it finds what `red.txt` says, in `green.sql` nothing.
const corpus = new URL("catalog/", import.meta.url);
const recipe: Recipe = { name: "empty", inputs: [], build: async () => {} };
const rules = await catalogRules();

async function withEmpty<T>(use: (database: Database) => Promise<T>): Promise<T> {
    return withCloneOf({ recipe, progress: silent }, use);
}

/** What a rule finds in a schema, which is gone afterwards. */
async function found(client: pg.Client, rule: CatalogRule, schema: string): Promise<string> {
    await client.query("begin");
    try {
        await client.query(await readFile(new URL(`${rule.code}/${schema}.sql`, corpus), "utf8"));
        return renderFindings(await applyCatalogRule(client, rule, []), { color: false });
    } finally {
        await client.query("rollback");
    }
}

describe("the rules for the catalog", () => {
    it("have a case each", async () => {
        expect((await readdir(corpus)).toSorted()).toEqual(rules.map(({ code }) => code));
    });

    it("find what is wrong, and nothing in what looks like it", () =>
        withEmpty((database) =>
            withClient(
                database,
                async (client) => {
                    for (const rule of rules) {
                        const red = await found(client, rule, "red");
                        expect(red, rule.code).toContain(`error ${rule.code} `);
                        await expect(red).toMatchFileSnapshot(fileURLToPath(new URL(`${rule.code}/red.txt`, corpus)));
                        expect(await found(client, rule, "green"), rule.code).toBe("");
                    }
                },
                { searchPath: ["public"] },
            ),
        ));

    it("leave out the tables they are told to", () =>
        withEmpty(async (database) => {
            await withClient(database, (client) => client.query("create table public.done (version text)"));
            expect((await lintCatalog(database, [])).map(({ subject }) => subject)).toEqual([
                "done",
                "done.version",
                "done",
            ]);
            expect(await lintCatalog(database, ["public.done"])).toEqual([]);
        }));
});
