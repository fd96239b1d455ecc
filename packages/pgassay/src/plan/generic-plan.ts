import type { GenericPlan } from "../core/plan-result.ts";
import type { BoundCase } from "../core/query.ts";
import { quoteLiteral } from "../core/quote.ts";
import type { Database } from "../server/cluster.ts";
import { explainStatement, inPlanningSession, valueTexts } from "./explain.ts";
import { indentLines, planLines } from "./tree.ts";
import type { PlanContext } from "./tree.ts";

/**
 * PostgreSQL plans the first five executions of a prepared statement for their values. From the sixth on it may take one
 * plan for all, and node-postgres prepares every statement that has a name.
 */
const executionsUntilSettled = 7;

/**
 * Plans a case for all values and, where that is another plan, executes it with the values of the case and asks the
 * server whether it would take it.
 *
 * @param custom the tree of its plan for the values
 * @returns undefined where the case writes or has no parameters, or its plan is the same for all values
 */
export async function genericPlan(
    database: Database,
    bound: BoundCase,
    custom: readonly string[],
    context: PlanContext,
): Promise<GenericPlan | undefined> {
    const { query, values } = bound;
    if (query.kind !== "read" || values.length === 0) return undefined;
    return inPlanningSession(database, [], async (client) => {
        const types = query.parameters.map(({ type }) => type).join(", ");
        await client.query(`prepare for_all_values (${types}) as ${query.text}`);
        await client.query("set local plan_cache_mode = force_generic_plan");
        const literals = (await valueTexts(client, bound)).map((text) => (text === null ? "null" : quoteLiteral(text)));
        const execute = `execute for_all_values(${literals.join(", ")})`;
        const numbered = query.parameters.map(({ name }) => name);
        const planned = await explainStatement(client, execute, [], "costs");
        const tree = indentLines(planLines(planned, { ...context, numbered }));
        if (tree.join("\n") === custom.join("\n")) return undefined;

        await explainStatement(client, execute, [], "analyze, buffers, timing off");
        const { blocks } = await explainStatement(client, execute, [], "analyze, buffers, timing off");
        await client.query("set local plan_cache_mode = auto");
        const statement = { name: "seventh", text: query.text, values: [...values] };
        for (let i = 0; i < executionsUntilSettled; i++) await client.query(statement);
        const { rows } = await client.query<{ isChosen: boolean }>(
            `select generic_plans > 0 as "isChosen" from pg_catalog.pg_prepared_statements where name = 'seventh'`,
        );
        return { tree, buffers: blocks.hit + blocks.read, isChosen: rows[0]?.isChosen === true };
    });
}
