import pg from "pg";
import type { BoundCase } from "../../core/query.ts";
import { queryFile } from "../../server/query-file.ts";
import { planCall } from "../call-plan.ts";
import { explainStatement } from "../explain.ts";
import type { PlanNode } from "../plan-node.ts";
import { undone } from "../undone.ts";

const workQuery = new URL("../../../sql/plan/transaction-work.sql", import.meta.url);

/** PostgreSQL's code of a statement that was cancelled, here by the time limit. */
const cancelled = "57014";

/** One planning of a case and, if it was executed, what that took. */
export interface CaseWork {
    readonly bound: BoundCase;
    readonly plan: PlanNode;
    /** In the planner's unit; of a call, all that its statements cost. */
    readonly cost: number;
    /** Blocks of 8 kB of users' relations, whoever fetched them; undefined where it was not executed or took too long. */
    readonly blocks: number | undefined;
    readonly timedOut: boolean;
    /** The indexes of its plan and those that functions, triggers and foreign keys scanned, with their schemas. */
    readonly indexes: ReadonlySet<string>;
}

/** The index that a node reads, with its schema; none where it reads none. */
export function indexReadBy({ index, indexSchema }: PlanNode): readonly string[] {
    return index === undefined ? [] : [`${indexSchema}.${index}`];
}

/** Plans a case and, unless `timeoutMs` is 0, executes it; all of it is undone. */
export async function workOf(client: pg.Client, bound: BoundCase, timeoutMs: number): Promise<CaseWork> {
    const { query, values } = bound;
    // A call has no plan before it is executed.
    const isCall = query.kind === "call";
    const planned = isCall ? undefined : await explainStatement(client, query.text, values, "costs");
    const before = await readWork(client);
    const executed =
        timeoutMs === 0 && !isCall
            ? undefined
            : await withinTime(client, timeoutMs, () =>
                  isCall
                      ? planCall(client, bound)
                      : explainStatement(client, query.text, values, "analyze, buffers, timing off"),
              );
    const after = await readWork(client);
    const plan = executed ?? planned;
    if (plan === undefined) throw new Error(`a call of ${query.file} took longer than ${timeoutMs} ms`);
    const scanned = [...after.scans].flatMap(([name, times]) => (times > (before.scans.get(name) ?? 0) ? [name] : []));
    return {
        bound,
        plan,
        cost: isCall ? plan.children.reduce((sum, { estimate }) => sum + estimate.cost, 0) : plan.estimate.cost,
        blocks: executed && after.blocks - before.blocks,
        timedOut: executed === undefined && timeoutMs > 0,
        indexes: new Set([...indexesOf(plan), ...(executed ? scanned : [])]),
    };
}

async function withinTime<T>(client: pg.Client, timeoutMs: number, act: () => Promise<T>): Promise<T | undefined> {
    try {
        return await undone(client, "execution", async () => {
            if (timeoutMs > 0) await client.query(`set local statement_timeout = ${timeoutMs}`);
            return act();
        });
    } catch (error) {
        if (error instanceof pg.DatabaseError && error.code === cancelled) return undefined;
        throw error;
    }
}

function indexesOf(node: PlanNode): string[] {
    return [...indexReadBy(node), ...node.children.flatMap(indexesOf)];
}

async function readWork(client: pg.Client): Promise<{ blocks: number; scans: ReadonlyMap<string, number> }> {
    const [work] = await queryFile<{ blocks: number; scans: Record<string, number> }>(client, workQuery);
    return { blocks: work?.blocks ?? 0, scans: new Map(Object.entries(work?.scans ?? {})) };
}
