import type { ModelledPlan } from "../core/modelled-plan.ts";
import type { BoundCase } from "../core/query.ts";
import { loadSqlParser } from "../core/sql-text.ts";
import type { Database } from "../server/cluster.ts";
import { inPlanningSession, planIn } from "./explain.ts";
import { readPartitions } from "./partitions.ts";
import { statementError } from "./statement-error.ts";
import { indentLines, planLines } from "./tree.ts";

/**
 * Plans cases in a database of modelled size. Nothing is executed.
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
    // All on one backend, which opens a database of many files once.
    return inPlanningSession(database, [], async (client) => {
        const partitions = await readPartitions(client);
        const plans: ModelledPlan[] = [];
        for (const bound of cases) {
            const { plan, context } = await planIn(client, bound, partitions).catch((cause: unknown) => {
                throw statementError(`plan at the modelled scale ${scale}`, bound, cause, remedy);
            });
            const tree = indentLines(planLines(plan, context));
            plans.push({ scale, tree, cost: plan.estimate.cost, rows: plan.estimate.rows });
        }
        return plans;
    });
}

const remedy =
    "correct the statement; a function that the planner calls to know its result reads empty tables here, and cannot be " +
    "modelled when it needs rows";
