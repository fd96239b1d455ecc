import type pg from "pg";
import type { Explanation, Floor, GenericPlan } from "../core/plan-result.ts";
import type { BoundCase } from "../core/query.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { compactExplanation } from "./compact-explanation.ts";
import { explainJson } from "./explain-json.ts";
import { explainIn, explainStatement, inPlanningSession, sessionSettings } from "./explain.ts";
import type { Explained } from "./explain.ts";
import { floorOf } from "./floor/floor.ts";
import type { IndexHeights } from "./floor/floor-tables.ts";
import { genericPlan } from "./generic-plan.ts";
import { parsePlan, parsePlanningMs } from "./parse-plan.ts";
import type { Partitions } from "./partitions.ts";
import { parameterConstants, valueTexts } from "./plan-constants.ts";
import type { PlanNode } from "./plan-node.ts";
import { indentLines, planLines } from "./tree.ts";
import { measureWork } from "./work.ts";
import type { Work } from "./work.ts";

/**
 * A backend's first execution also reads the catalog and sets hint bits; of the three after it the count that occurs
 * most is believed.
 */
const countedExecutions = 3;

/** A plan that was executed. */
export interface Executed extends Explained {
    /** What the server said; undefined for a call. */
    readonly explanation: Explanation | undefined;
    /** The plan for all values, where it is another one. */
    readonly generic: GenericPlan | undefined;
    /** What no plan can fall below; undefined for what writes. */
    readonly floor: Floor | undefined;
    /** Least time that one of the counted executions took to plan; undefined for what writes. */
    readonly planningMs: number | undefined;
    /** What a write did beside the nodes of its plan, in triggers and indexes; undefined for what only reads. */
    readonly work?: Work;
}

/**
 * Plans a case with its values, as a custom plan, and executes it on a backend of its own, rolled back and, unless it
 * writes, read-only; then by its plan for all values, if that is another one. JIT and parallel workers are off: their
 * work is not the same twice.
 *
 * @returns the plan with the blocks that are believed
 */
export async function executeCase(
    database: Database,
    bound: BoundCase,
    { partitions, heights }: { readonly partitions: Partitions; readonly heights: IndexHeights },
): Promise<Executed> {
    if (bound.query.kind !== "read") return executeWrite(database, bound, partitions);
    return inPlanningSession(database, ["set local transaction_read_only = on"], async (client) => {
        const texts = await valueTexts(client, bound);
        const context = { parameters: await parameterConstants(client, bound, texts), numbered: [], partitions };
        await explainStatement(client, bound.query.text, bound.values, countedOptions);
        const counted = await countExecutions(() => explainTimed(client, bound));
        const { plan, json } = mostFrequent(counted);
        const tree = indentLines(planLines(plan, context));
        const planningMs = Math.min(...counted.map((one) => one.planningMs));
        const floor = await floorOf(client, bound, heights);
        const generic = await genericPlan(client, bound, texts, tree, context);
        return { plan, context, explanation: compactExplanation(json), planningMs, floor, generic };
    });
}

/** The first two that agree are two of three, so the third execution could change nothing. */
async function countExecutions(execute: () => Promise<TimedPlan>): Promise<TimedPlan[]> {
    const counted: TimedPlan[] = [];
    while (counted.length < countedExecutions) {
        counted.push(await execute());
        const [first, second] = counted;
        if (first && second && touched(first) === touched(second)) break;
    }
    return counted;
}

/**
 * Executes a case that writes, each time in a transaction of its own that is rolled back, on one backend.
 *
 * @returns the plan, with the work of the execution that is believed
 */
async function executeWrite(database: Database, bound: BoundCase, partitions: Partitions): Promise<Executed> {
    const { plan, context, json } = await inPlanningSession(database, [], (client) =>
        explainIn(client, bound, partitions),
    );
    const work = await withClient(database, (client) =>
        measureWork(client, async () => {
            await client.query(`begin; ${sessionSettings}`);
            await client.query({ name: "write", text: bound.query.text, values: [...bound.values] });
            await client.query("rollback");
        }),
    );
    const explanation = json === undefined ? undefined : compactExplanation(json);
    return { plan, context, explanation, work, generic: undefined, floor: undefined, planningMs: undefined };
}

/** How a plan is executed and counted; to read the clock at each row would cost more than many a query. */
const countedOptions = "analyze, buffers, timing off";

interface TimedPlan {
    readonly plan: PlanNode;
    readonly json: unknown;
    readonly planningMs: number;
}

async function explainTimed(client: pg.Client, { query, values }: BoundCase): Promise<TimedPlan> {
    const json = await explainJson(client, query.text, values, `${countedOptions}, summary on`);
    return { plan: parsePlan(json), json, planningMs: parsePlanningMs(json) };
}

/** The plan whose count of blocks occurs most; the first one when all differ. */
function mostFrequent(plans: readonly TimedPlan[]): TimedPlan {
    const frequency = (plan: TimedPlan): number => plans.filter((other) => touched(other) === touched(plan)).length;
    const [first, ...others] = plans;
    if (!first) throw new Error("no execution to choose from");
    return others.reduce((best, plan) => (frequency(plan) > frequency(best) ? plan : best), first);
}

function touched({ plan: { blocks } }: TimedPlan): number {
    return blocks.hit + blocks.read;
}
