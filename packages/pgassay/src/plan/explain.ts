import type pg from "pg";
import type { BoundCase } from "../core/query.ts";
import type { Database } from "../server/cluster.ts";
import { withClient } from "../server/client.ts";
import { unquoteConstant } from "./expression.ts";
import { parsePlan } from "./plan-node.ts";
import type { PlanNode } from "./plan-node.ts";
import { scanSql } from "../core/sql-text.ts";

/** Longest one execution may take. */
const executionTimeoutMs = 60_000;

/**
 * A backend's first execution also reads the catalog and sets hint bits; of the three after it the count that occurs
 * most is believed.
 */
const countedExecutions = 3;

/** How the executions of one case went. */
export interface Execution {
    /** The plan with the blocks that are believed. */
    readonly plan: PlanNode;
    /** The parameter that each constant in the plan's expressions is the value of. */
    readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Plans a case with its values, as a custom plan, and executes it four times on a backend of its own, read-only and
 * rolled back. JIT and parallel workers are off: their work is not the same twice.
 */
export async function executeCase(database: Database, bound: BoundCase): Promise<Execution> {
    return withClient(database, async (client) => {
        await client.query(sessionSettings);
        const parameters = await parameterConstants(client, bound);
        await explain(client, bound);
        const plans: PlanNode[] = [];
        for (let i = 0; i < countedExecutions; i++) plans.push(await explain(client, bound));
        await client.query("rollback");
        return { plan: mostFrequent(plans), parameters };
    });
}

const sessionSettings = `
    begin read only;
    set local statement_timeout = ${executionTimeoutMs};
    set local jit = off;
    set local max_parallel_workers_per_gather = 0;
    set local timezone = 'UTC';
    set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres'`;

async function explain(client: pg.Client, { query, values }: BoundCase): Promise<PlanNode> {
    const options = "analyze, verbose, buffers, timing off, summary off, settings off, format json";
    const { rows } = await client.query<[unknown]>({
        text: `explain (${options}) ${query.text}`,
        values: [...values],
        rowMode: "array",
    });
    return parsePlan(rows[0]?.[0]);
}

/**
 * PostgreSQL's own text of each value, as plans show it. A value that the statement also writes as a constant is left
 * out, since the plan does not tell which of the two it shows.
 */
async function parameterConstants(
    client: pg.Client,
    { query, values }: BoundCase,
): Promise<ReadonlyMap<string, string>> {
    if (values.length === 0) return new Map();
    const texts = query.parameters.map(({ type }, i) => `($${i + 1}::${type})::text`);
    const { rows } = await client.query<(string | null)[]>({
        text: `select ${texts.join(", ")}`,
        values: [...values],
        rowMode: "array",
    });
    const written = new Set(
        scanSql(query.text).map(({ kind, text }) => (kind === "SCONST" ? unquoteConstant(text) : text)),
    );
    const names = new Map<string, string>();
    for (const [i, { name }] of query.parameters.entries()) {
        const text = rows[0]?.[i];
        if (typeof text === "string" && !written.has(text) && !names.has(text)) names.set(text, name);
    }
    return names;
}

/** The plan whose count of blocks occurs most; the first one when all differ. */
function mostFrequent(plans: readonly PlanNode[]): PlanNode {
    const touched = ({ blocks }: PlanNode): number => blocks.hit + blocks.read;
    const frequency = (plan: PlanNode): number => plans.filter((other) => touched(other) === touched(plan)).length;
    const [first, ...others] = plans;
    if (!first) throw new Error("no execution to choose from");
    return others.reduce((best, plan) => (frequency(plan) > frequency(best) ? plan : best), first);
}
