import pg from "pg";
import { compareText } from "../../core/finding.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import { sameLines } from "../../core/same-lines.ts";
import { planIn } from "../explain.ts";
import type { Partitions } from "../partitions.ts";
import { tieRatio } from "../tie-ratio.ts";
import { indentLines, planLines } from "../tree.ts";
import { undone } from "../undone.ts";
import type { IndexFact } from "./facts.ts";
import { believeRows, leversOf, splitName } from "./levers.ts";

/** A case that can be planned again, in a planning session. */
export interface Replanned {
    readonly client: pg.Client;
    readonly bound: BoundCase;
    readonly partitions: Partitions;
    /** The tables that its plans read, with their schemas. */
    readonly tables: readonly string[];
    /** The indexes of these tables. */
    readonly indexes: readonly IndexFact[];
}

/** A plan that is not chosen, and as good as the one that is. */
export interface Tie {
    /** How many times as much it costs, at most `tieRatio`; undefined when another sample of the rows made it the cheapest. */
    readonly costRatio: number | undefined;
}

/** A plan of a case, and what the planner expects. */
interface Priced {
    readonly tree: readonly string[];
    readonly cost: number;
    readonly rows: number;
}

/**
 * Of plans whose costs lie within this the planner itself takes any. The goldens record no others: few of the plans that
 * tie by more ever take each other's place, and each would have to be reviewed.
 */
const equalRatio = 1.01;

/** No two plans differ in more than this many things that can be taken away. */
const mostRounds = 16;

/** A plan that every second sample chooses is missed by so many once in 256 times. */
const mostSamples = 8;

/** So much more or less of a table changes costs by less than what makes a tie. */
const rowFactors = [1 - (tieRatio - 1) / 2, 1 + (tieRatio - 1) / 2];

/**
 * Whether a plan that is not chosen would cost about the same as the one that is. The planner is kept from what the
 * chosen plan uses and the other does not, then from what it takes instead, until it takes the other plan or all that
 * is left costs more. Plans that differ in nothing that can be taken away, such as the order of joins, are a tie if
 * slightly more or fewer rows of a table make the other one the cheapest. ANALYZE looks at a sample of a large table, and
 * an unlucky one makes equal plans cost differently: it is a tie, too, if another sample brings the other plan back.
 *
 * @returns undefined when it costs more, or is not to be had
 */
export async function tieWith(other: readonly string[], replanned: Replanned): Promise<Tie | undefined> {
    // A call has no cost before it is executed.
    if (replanned.bound.query.kind === "call") return undefined;
    const costRatio = await ratioWith(other, replanned);
    if (costRatio !== undefined) return { costRatio };
    const analyze = replanned.tables.map((table) => `analyze ${quoteName(...splitName(table))}`);
    for (let sample = 0; sample < mostSamples; sample++) {
        const plan = await priceAfter(replanned, analyze);
        if (plan && sameLines(plan.tree, other)) return { costRatio: undefined };
    }
    return undefined;
}

/** How many times as much a plan costs as the one that is chosen, if that is about the same. */
async function ratioWith(other: readonly string[], replanned: Replanned): Promise<number | undefined> {
    const chosen = await priceAfter(replanned, []);
    if (chosen === undefined) return undefined;
    const kept = new Set(leversOf(other, replanned.indexes).map(({ name }) => name));
    const pulled = new Map<string, string>();
    let plan: Priced | undefined = chosen;
    for (let round = 0; round < mostRounds && plan !== undefined; round++) {
        // All that is left costs at least as much as this.
        if (plan.cost > tieRatio * chosen.cost) return undefined;
        if (plan.rows !== chosen.rows) break;
        if (sameLines(plan.tree, other)) return isTied(plan, chosen) ? ratioOf(plan, chosen) : undefined;
        const before = pulled.size;
        for (const { name, pull } of leversOf(plan.tree, replanned.indexes))
            if (!kept.has(name)) pulled.set(name, pull);
        if (pulled.size === before) break;
        plan = await priceAfter(replanned, [...pulled.values()]);
    }
    for (const changes of rowChanges(replanned.tables)) {
        const varied = await priceAfter(replanned, changes);
        if (varied && sameLines(varied.tree, other) && isTied(varied, chosen)) return ratioOf(varied, chosen);
    }
    return undefined;
}

/** Other plans of a case whose costs equal that of the one that is chosen, each once. */
export async function tiedTrees(replanned: Replanned): Promise<(readonly string[])[]> {
    if (replanned.bound.query.kind === "call") return [];
    const chosen = await priceAfter(replanned, []);
    if (chosen === undefined) return [];
    const levers = leversOf(chosen.tree, replanned.indexes).map(({ pull }) => [pull]);
    const tied = new Map<string, readonly string[]>();
    for (const changes of [...levers, ...rowChanges(replanned.tables)]) {
        const plan = await priceAfter(replanned, changes);
        if (!plan || !isTied(plan, chosen, equalRatio) || sameLines(plan.tree, chosen.tree)) continue;
        // With an index goes what is known by it. Plans of other estimates have costs that cannot be compared.
        if (levers.includes(changes) && plan.rows !== chosen.rows) continue;
        tied.set(plan.tree.join("\n"), plan.tree);
    }
    return [...tied].toSorted(([a], [b]) => compareText(a, b)).map(([, tree]) => tree);
}

/** The plan after changes that are undone; undefined where the server refuses one of them, or the statement after it. */
async function priceAfter(
    { client, bound, partitions }: Replanned,
    changes: readonly string[],
): Promise<Priced | undefined> {
    try {
        return await undone(client, "attempt", async () => {
            for (const change of changes) await client.query(change);
            const { plan, context } = await planIn(client, bound, partitions);
            return { tree: indentLines(planLines(plan, context)), ...plan.estimate };
        });
    } catch (error) {
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    }
}

/**
 * Whether two plans cost about the same. One that is cheaper than the chosen one was not chosen because a setting forbids
 * it, and is no tie.
 */
function isTied(plan: Priced, chosen: Priced, ratio = tieRatio): boolean {
    return plan.cost <= ratio * chosen.cost && plan.cost * ratio >= chosen.cost;
}

function rowChanges(tables: readonly string[]): string[][] {
    return tables.flatMap((table) => rowFactors.map((factor) => [believeRows(table, `reltuples * ${factor}`)]));
}

function ratioOf(plan: Priced, chosen: Priced): number {
    return chosen.cost === 0 ? 1 : plan.cost / chosen.cost;
}
