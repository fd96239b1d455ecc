import pg from "pg";
import { messageOf, usageError } from "../core/errors.ts";
import type { ModelledPlan } from "../core/modelled-plan.ts";
import type { BoundCase } from "../core/query.ts";
import { loadSqlParser } from "../core/sql-text.ts";
import type { Database } from "../server/cluster.ts";
import { explainCases } from "./explain.ts";
import { indentLines, planLines } from "./tree.ts";

/**
 * Plans cases, all on one backend, in a database of modelled size. Nothing is executed.
 *
 * @returns one plan a case, in the order given
 * @throws a usage error when a statement cannot be planned
 */
export async function modelCases(
    database: Database,
    cases: readonly BoundCase[],
    scale: number,
): Promise<ModelledPlan[]> {
    await loadSqlParser();
    const explained = await explainCases(database, cases).catch((cause: unknown) => {
        if (!(cause instanceof pg.DatabaseError)) throw cause;
        throw usageError(
            {
                tried: `plan the queries at the modelled scale ${scale}`,
                happened: messageOf(cause),
                remedy:
                    "correct the statement; a function that the planner calls to know its result reads empty tables here, " +
                    "and cannot be modelled when it needs rows",
            },
            cause,
        );
    });
    return explained.map(({ plan, context }) => ({
        scale,
        tree: indentLines(planLines(plan, context)),
        cost: plan.estimate.cost,
        rows: plan.estimate.rows,
    }));
}
