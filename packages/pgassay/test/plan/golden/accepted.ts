import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { silent } from "../../../src/core/progress.ts";
import type { Query } from "../../../src/core/query.ts";
import { assayPlans } from "../../../src/plan/assay.ts";
import { bindCases } from "../../../src/plan/bind-cases.ts";
import type { PlanRun } from "../../../src/plan/golden/plan-run.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database } from "../../../src/server/cluster.ts";

/** Plans queries as `pgassay plan` does. */
export async function planRun(
    database: Database,
    queries: readonly Query[],
    given: Partial<PlanRun> = {},
): Promise<PlanRun> {
    const cases = await withClient(database, (client) => bindCases(client, queries));
    const results = await assayPlans(database, cases, silent);
    const ground = { serverVersion: "18.4", dataset: "shop, seed 1", scale: 1 };
    return { database, ...ground, known: queries, isWhole: true, cases, results, ...given };
}

/** Hands a directory for goldens to `use`, and removes it. */
export async function withGoldens<T>(use: (directory: string) => Promise<T>): Promise<T> {
    const directory = await mkdtemp(join(tmpdir(), "pgassay-goldens-"));
    try {
        return await use(directory);
    } finally {
        await rm(directory, { recursive: true });
    }
}
