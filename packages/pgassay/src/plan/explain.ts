import type pg from "pg";
import type { BoundCase } from "../core/query.ts";
import type { Database } from "../server/cluster.ts";
import { withClient } from "../server/client.ts";
import { planCall } from "./call-plan.ts";
import { unquoteConstant } from "./expression.ts";
import { parsePlan } from "./parse-plan.ts";
import { readPartitions } from "./partitions.ts";
import type { PlanNode } from "./plan-node.ts";
import { scanSql } from "../core/sql-text.ts";
import type { PlanContext } from "./tree.ts";
import { measureWork } from "./work.ts";
import type { Work } from "./work.ts";

/** Longest one execution may take. */
const executionTimeoutMs = 60_000;

/**
 * A backend's first execution also reads the catalog and sets hint bits; of the three after it the count that occurs
 * most is believed.
 */
const countedExecutions = 3;

/** A plan, and what its constants and names stand for. */
export interface Explained {
    readonly plan: PlanNode;
    readonly context: PlanContext;
    /** What a write did beside the nodes of its plan, in triggers and indexes; undefined for what only reads. */
    readonly work?: Work;
}

/**
 * Plans a case with its values, as a custom plan, and executes it four times on a backend of its own, rolled back and,
 * unless it writes, read-only. JIT and parallel workers are off: their work is not the same twice.
 *
 * @returns the plan with the blocks that are believed
 */
export async function executeCase(database: Database, bound: BoundCase): Promise<Explained> {
    if (bound.query.kind !== "read") return executeWrite(database, bound);
    return inPlanningSession(database, [], async (client) => {
        await client.query("set local transaction_read_only = on");
        const context = await readContext(client, bound);
        await explain(client, bound, "analyze, buffers, timing off");
        const plans: PlanNode[] = [];
        for (let i = 0; i < countedExecutions; i++)
            plans.push(await explain(client, bound, "analyze, buffers, timing off"));
        return { plan: mostFrequent(plans), context };
    });
}

/**
 * Executes a case that writes, each time in a transaction of its own that is rolled back, on one backend.
 *
 * @returns the plan, with the work of the execution that is believed
 */
async function executeWrite(database: Database, bound: BoundCase): Promise<Explained> {
    const { plan, context } = await planAfter(database, bound, []);
    const work = await withClient(database, (client) =>
        measureWork(client, countedExecutions, async () => {
            await client.query(`begin; ${sessionSettings}`);
            await client.query({ name: "write", text: bound.query.text, values: [...bound.values] });
            await client.query("rollback");
        }),
    );
    return { plan, context, work };
}

/**
 * Plans a case without executing it, after changes that are rolled back.
 *
 * @param changes SQL that is executed first
 */
export async function planAfter(database: Database, bound: BoundCase, changes: readonly string[]): Promise<Explained> {
    return inPlanningSession(database, changes, async (client) => {
        const context = await readContext(client, bound);
        if (bound.query.kind === "call") return { plan: await planCall(client, bound), context };
        return { plan: await explain(client, bound, "costs"), context };
    });
}

/** Plans cases without executing them, all on one backend: a database of many files is opened once. */
export async function explainCases(database: Database, cases: readonly BoundCase[]): Promise<Explained[]> {
    return inPlanningSession(database, [], async (client) => {
        const explained: Explained[] = [];
        for (const bound of cases) {
            const context = await readContext(client, bound);
            explained.push({ plan: await explain(client, bound, "costs"), context });
        }
        return explained;
    });
}

/** The settings under which cases are planned, on a backend of its own; whatever is done is rolled back. */
export async function inPlanningSession<T>(
    database: Database,
    changes: readonly string[],
    use: (client: pg.Client) => Promise<T>,
): Promise<T> {
    return withClient(database, async (client) => {
        await client.query("begin");
        await client.query(sessionSettings);
        for (const change of changes) await client.query(change);
        const result = await use(client);
        await client.query("rollback");
        return result;
    });
}

const sessionSettings = `
    set local statement_timeout = ${executionTimeoutMs};
    set local jit = off;
    set local max_parallel_workers_per_gather = 0;
    set local timezone = 'UTC';
    set local datestyle = 'ISO, YMD';
    set local intervalstyle = 'postgres'`;

async function explain(client: pg.Client, { query, values }: BoundCase, options: string): Promise<PlanNode> {
    return explainStatement(client, query.text, values, options);
}

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
    const { rows } = await client.query<[unknown]>({
        text: `explain (${options}, verbose, summary off, settings off, format json) ${statement}`,
        values: [...values],
        rowMode: "array",
    });
    return parsePlan(rows[0]?.[0]);
}

async function readContext(client: pg.Client, bound: BoundCase): Promise<PlanContext> {
    const parameters = await parameterConstants(client, bound);
    return { parameters, numbered: [], partitions: await readPartitions(client) };
}

/**
 * PostgreSQL's own text of each value, as plans show it. A value that the statement also writes as a constant is left
 * out, since the plan does not tell which of the two it shows.
 */
async function parameterConstants(
    client: pg.Client,
    { query, values }: BoundCase,
): Promise<ReadonlyMap<string, string>> {
    const texts = await valueTexts(client, { query, values });
    const written = new Set(
        scanSql(query.text).map(({ kind, text }) => (kind === "SCONST" ? unquoteConstant(text) : text)),
    );
    const names = new Map<string, string>();
    for (const [i, { name }] of query.parameters.entries()) {
        const text = texts[i];
        if (typeof text === "string" && !written.has(text) && !names.has(text)) names.set(text, name);
    }
    return names;
}

/** PostgreSQL's own text of each value of a case, null for null. */
export async function valueTexts(
    client: pg.Client,
    { query, values }: Pick<BoundCase, "query" | "values">,
): Promise<readonly (string | null)[]> {
    if (values.length === 0) return [];
    const texts = query.parameters.map(({ type }, i) => `($${i + 1}::${type})::text`);
    const { rows } = await client.query<(string | null)[]>({
        text: `select ${texts.join(", ")}`,
        values: [...values],
        rowMode: "array",
    });
    return rows[0] ?? [];
}

/** The plan whose count of blocks occurs most; the first one when all differ. */
function mostFrequent(plans: readonly PlanNode[]): PlanNode {
    const touched = ({ blocks }: PlanNode): number => blocks.hit + blocks.read;
    const frequency = (plan: PlanNode): number => plans.filter((other) => touched(other) === touched(plan)).length;
    const [first, ...others] = plans;
    if (!first) throw new Error("no execution to choose from");
    return others.reduce((best, plan) => (frequency(plan) > frequency(best) ? plan : best), first);
}
