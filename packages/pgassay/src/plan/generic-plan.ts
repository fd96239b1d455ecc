import pg from "pg";
import type { GenericPlan } from "../core/plan-result.ts";
import type { BoundCase } from "../core/query.ts";
import { quoteLiteral } from "../core/quote.ts";
import { sameLines } from "../core/same-lines.ts";
import { explainStatement } from "./explain.ts";
import { indentLines, planLines } from "./tree.ts";
import type { PlanContext } from "./tree.ts";

/**
 * PostgreSQL plans the first five executions of a prepared statement for their values. From the sixth on it may take one
 * plan for all, and node-postgres prepares every statement that has a name.
 */
const executionsUntilSettled = 7;

/**
 * Plans a case for all values and, where that is another plan, asks the server whether it would take it and executes it
 * with the values of the case. It comes last in a planning session, because it may fail.
 *
 * @param texts PostgreSQL's own text of each value
 * @param custom the tree of the plan for the values
 * @returns undefined where the case has no parameters, or its plan is the same for all values
 */
export async function genericPlan(
    client: pg.Client,
    { query, values }: BoundCase,
    texts: readonly (string | null)[],
    custom: readonly string[],
    context: PlanContext,
): Promise<GenericPlan | undefined> {
    if (values.length === 0) return undefined;
    const types = query.parameters.map(({ type }) => type).join(", ");
    const literals = texts.map((text) => (text === null ? "null" : quoteLiteral(text))).join(", ");
    const execute = `execute for_all_values(${literals})`;
    await client.query(
        `prepare for_all_values (${types}) as ${query.text}; set local plan_cache_mode = force_generic_plan`,
    );
    const planned = await explainStatement(client, execute, [], "costs");
    const numbered = query.parameters.map(({ name }) => name);
    const tree = indentLines(planLines(planned, { ...context, numbered }));
    if (sameLines(tree, custom)) return undefined;

    const isChosen = await choosesGeneric(client, `(${types}) as ${query.text}`, literals);
    await client.query("set local plan_cache_mode = force_generic_plan");
    try {
        await explainStatement(client, execute, [], "analyze, buffers, timing off");
        const { blocks } = await explainStatement(client, execute, [], "analyze, buffers, timing off");
        return { tree, isChosen, buffers: blocks.hit + blocks.read };
    } catch (error) {
        // With the plan for its values the case has been executed, so this is about the plan and not about the case.
        if (!(error instanceof pg.DatabaseError)) throw error;
        return { tree, isChosen, failure: error.message };
    }
}

/** Whether the server takes a plan for all values in the end. To explain an execution counts as one, and costs nothing. */
async function choosesGeneric(client: pg.Client, definition: string, literals: string): Promise<boolean> {
    const explain = `explain execute settling(${literals});`;
    await client.query(
        `set local plan_cache_mode = auto; prepare settling ${definition}; ${explain.repeat(executionsUntilSettled)}`,
    );
    const { rows } = await client.query<{ isChosen: boolean }>(
        `select generic_plans > 0 as "isChosen" from pg_catalog.pg_prepared_statements where name = 'settling'`,
    );
    return rows[0]?.isChosen === true;
}
