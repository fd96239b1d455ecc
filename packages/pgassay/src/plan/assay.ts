import { PgassayError } from "../core/errors.ts";
import { compareText } from "../core/finding.ts";
import type { PlanResult } from "../core/plan-result.ts";
import type { Progress } from "../core/progress.ts";
import type { BoundCase } from "../core/query.ts";
import type { Database } from "../server/cluster.ts";
import { withClient } from "../server/client.ts";
import { findIndexes } from "./catalog-index.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { checkCase } from "./check-case.ts";
import { executeCase } from "./execute-case.ts";
import { argumentLines } from "./golden/plan-run.ts";
import { readIndexHeights } from "./floor/floor-tables.ts";
import type { IndexHeights } from "./floor/floor-tables.ts";
import { loadSqlParser } from "../core/sql-text.ts";
import { removedRows } from "./check-budget.ts";
import { readPartitions } from "./partitions.ts";
import type { Partitions } from "./partitions.ts";
import { worstEstimate } from "./q-error.ts";
import { statementError, statementErrors } from "./statement-error.ts";
import { tablesOf } from "./plan-names.ts";
import { indentLines, planLines } from "./tree.ts";

/**
 * Plans and executes each case on a backend of its own, one after the other, and compares what happens with the
 * header of its query. The database is only read.
 *
 * @returns one result a case, in the order given
 * @throws a usage error that names all cases whose statements fail
 */
export async function assayPlans(
    database: Database,
    boundCases: readonly BoundCase[],
    progress: Progress,
): Promise<PlanResult[]> {
    await loadSqlParser();
    const required = new Set(boundCases.flatMap(({ query }) => query.requiredIndexes));
    const catalog = await withClient(database, async (client) => ({
        indexes: await findIndexes(client, [...required]),
        partitions: await readPartitions(client),
        heights: await readIndexHeights(client),
    }));
    progress.step("plan");
    // A write that is undone leaves dead rows behind, which a later query would have to step over.
    const inTurn = boundCases.toSorted((a, b) => Number(a.query.kind !== "read") - Number(b.query.kind !== "read"));
    const results = new Map<BoundCase, PlanResult>();
    const failures: PgassayError[] = [];
    for (const bound of inTurn) {
        try {
            results.set(bound, await assayCase(database, bound, catalog));
        } catch (error) {
            if (!(error instanceof PgassayError) || error.kind !== "usage") throw error;
            failures.push(error);
        }
        progress.advance(results.size + failures.length, boundCases.length, "case");
    }
    const [failure, ...others] = failures;
    if (failure) throw statementErrors([failure, ...others]);
    return boundCases.flatMap((bound) => results.get(bound) ?? []);
}

async function assayCase(
    database: Database,
    bound: BoundCase,
    catalog: {
        readonly indexes: ReadonlyMap<string, CatalogIndex>;
        readonly partitions: Partitions;
        readonly heights: IndexHeights;
    },
): Promise<PlanResult> {
    const executed = await executeCase(database, bound, catalog).catch((cause: unknown) => {
        throw statementError("execute", bound, cause);
    });
    const { plan, context, explanation, work, generic, floor, planningMs } = executed;
    const lines = planLines(plan, context);
    const buffers = work ? { hit: work.blocks, read: 0, tempRead: 0, tempWritten: 0 } : plan.blocks;
    const rows = Math.round(plan.rows);
    return {
        query: bound.query.id,
        case: bound.case.name,
        arguments: argumentLines(bound),
        tree: indentLines(lines),
        ...(explanation && { explanation }),
        indexes: [...new Set(lines.flatMap(({ index }) => index ?? []))].toSorted(compareText),
        tables: tablesOf(lines, context.partitions),
        requiredIndexes: bound.query.requiredIndexes,
        rows,
        buffers,
        ...(planningMs !== undefined && { planningMs }),
        ...(work && { wal: { records: work.walRecords, bytes: work.walBytes } }),
        ...(floor && { floor }),
        ...(bound.case.budget.buffers !== undefined && { bufferBudget: bound.case.budget.buffers }),
        rowsRemoved: removedRows(lines),
        qError: worstEstimate(lines).qError,
        ...(generic && { generic }),
        golden: "none",
        findings: checkCase({ bound, lines, rows, buffers, generic, work, catalog: catalog.indexes }),
    };
}
