import { join } from "node:path";
import { describe, expect } from "vitest";
import type { PlanResult } from "../../src/core/plan-result.ts";
import { silent } from "../../src/core/progress.ts";
import type { Query } from "../../src/core/query.ts";
import { assayPlans } from "../../src/plan/assay.ts";
import { bindCases } from "../../src/plan/bind-cases.ts";
import { readQueries } from "../../src/plan/read-queries.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { shopDirectory, test } from "./shop.ts";

const queries = await readQueries(join(shopDirectory, "queries"), shopDirectory);

async function assay(database: Database, query: Query): Promise<PlanResult[]> {
    const bound = await withClient(database, (client) => bindCases(client, [query]));
    return assayPlans(database, bound, silent);
}

function treesOf(results: readonly PlanResult[]): string {
    return results
        .map(({ case: name, tree }) => [`${name}:`, ...tree.map((line) => `    ${line}`), ""].join("\n"))
        .join("\n");
}

describe("the tree of", () => {
    // A case is a query file of the shop and the trees of its cases. Add a query to add one.
    test.for(queries)("$id", async (query, { withShop }) => {
        const results = await withShop((database) => assay(database, query));
        await expect(treesOf(results)).toMatchFileSnapshot(join(shopDirectory, "trees", `${query.id}.tree`));
        expect(results.flatMap(({ findings }) => findings)).toEqual([]);
    });
});
