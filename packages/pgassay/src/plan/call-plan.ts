import type pg from "pg";
import type { BoundCase } from "../core/query.ts";
import { parsePlan } from "./parse-plan.ts";
import type { PlanNode } from "./plan-node.ts";

/**
 * PostgreSQL explains no call. auto_explain, a module that comes with it, tells the plan of every statement that a
 * procedure, its functions and its triggers execute. They are planned for all values, as they are on a connection that
 * lives long: the values of ids that are made up on the way would differ each time.
 */
const tellPlans = `
    load 'auto_explain';
    set local auto_explain.log_min_duration = 0;
    set local auto_explain.log_nested_statements = on;
    set local auto_explain.log_analyze = off;
    set local auto_explain.log_verbose = on;
    set local auto_explain.log_format = json;
    set local auto_explain.log_level = notice;
    set local client_min_messages = notice;
    set local plan_cache_mode = force_generic_plan`;

/**
 * The plans of all that a call executes, below one node, in the order in which they end. The caller's transaction is to
 * be rolled back.
 */
export async function planCall(client: pg.Client, { query, values }: BoundCase): Promise<PlanNode> {
    const told: string[] = [];
    const listen = ({ message = "" }: { readonly message?: string | undefined }): void => {
        const plan = /^duration: [^]*? plan:\n(\{[^]*)$/.exec(message)?.[1];
        if (plan !== undefined) told.push(plan);
    };
    await client.query(tellPlans);
    client.on("notice", listen);
    try {
        await client.query(query.text, [...values]);
        // A statement with rows ends, and is told, when the next one takes its place.
        await client.query("select");
    } finally {
        client.off("notice", listen);
    }
    const children = told.map((plan) => parsePlan([JSON.parse(plan)])).filter(readsOrWrites);
    const top = parsePlan([{ Plan: { "Node Type": "Call" } }]);
    return { ...top, children };
}

/** An expression that PL/pgSQL evaluates is a statement too, and says nothing. */
function readsOrWrites(plan: PlanNode): boolean {
    return plan.source !== undefined || plan.children.some(readsOrWrites);
}
