import type pg from "pg";
import type { BoundCase } from "../core/query.ts";
import type { Database } from "../server/cluster.ts";
import { withClient } from "../server/client.ts";
import { planCall } from "./call-plan.ts";
import { explainJson } from "./explain-json.ts";
import { parsePlan } from "./parse-plan.ts";
import { parameterConstants, valueTexts } from "./plan-constants.ts";
import { readPartitions } from "./partitions.ts";
import type { Partitions } from "./partitions.ts";
import type { PlanNode } from "./plan-node.ts";
import type { PlanContext } from "./tree.ts";

/** Longest one execution may take. */
const executionTimeoutMs = 60_000;

/** A plan, and what its constants and names stand for. */
export interface Explained {
    readonly plan: PlanNode;
    readonly context: PlanContext;
}

/**
 * Plans a case without executing it, after changes that are rolled back.
 *
 * @param changes SQL that is executed first
 */
export async function planAfter(database: Database, bound: BoundCase, changes: readonly string[]): Promise<Explained> {
    return inPlanningSession(database, changes, async (client) => planIn(client, bound, await readPartitions(client)));
}

/** Plans a case without executing it, in a planning session. */
export async function planIn(client: pg.Client, bound: BoundCase, partitions: Partitions): Promise<Explained> {
    const { plan, context } = await explainIn(client, bound, partitions);
    return { plan, context };
}

/**
 * Plans a case without executing it, in a planning session.
 *
 * @returns the plan and what the server said, which is many times longer; undefined for a call
 */
export async function explainIn(
    client: pg.Client,
    bound: BoundCase,
    partitions: Partitions,
): Promise<Explained & { readonly json: unknown }> {
    const parameters = await parameterConstants(client, bound, await valueTexts(client, bound));
    const context = { parameters, numbered: [], partitions };
    if (bound.query.kind === "call") return { plan: await planCall(client, bound), context, json: undefined };
    const json = await explainJson(client, bound.query.text, bound.values, "costs, summary off");
    return { plan: parsePlan(json), context, json };
}

/** The settings under which cases are planned, on a backend of its own; whatever is done is rolled back. */
export async function inPlanningSession<T>(
    database: Database,
    changes: readonly string[],
    use: (client: pg.Client) => Promise<T>,
): Promise<T> {
    return withClient(database, async (client) => {
        await client.query(`begin; ${sessionSettings}`);
        for (const change of changes) await client.query(change);
        // The end of a session rolls back what it did.
        return use(client);
    });
}

/** Every transaction in which a case is planned or executed begins with these. */
export const sessionSettings = `
    set local statement_timeout = ${executionTimeoutMs};
    set local jit = off;
    set local max_parallel_workers_per_gather = 0;
    set local timezone = 'UTC';
    set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres'`;

/**
 * Explains a statement in all detail.
 *
 * @param options what goes before those that are always given, such as `analyze`
 */
export async function explainStatement(
    client: pg.Client,
    statement: string,
    values: readonly unknown[],
    options: string,
): Promise<PlanNode> {
    return parsePlan(await explainJson(client, statement, values, `${options}, summary off`));
}
