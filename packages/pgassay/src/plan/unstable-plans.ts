import { counted } from "../core/counted.ts";
import type pg from "pg";
import type { Finding } from "../core/finding.ts";
import type { Progress } from "../core/progress.ts";
import type { BoundCase } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";
import { sameLines } from "../core/same-lines.ts";
import { loadSqlParser } from "../core/sql-text.ts";
import type { Database } from "../server/cluster.ts";
import { plainName } from "./expression.ts";
import { inPlanningSession, planIn } from "./explain.ts";
import { changedSubtree, renderSubtree } from "./golden/subtree.ts";
import { readPartitions } from "./partitions.ts";
import { tablesOf } from "./plan-names.ts";
import { statementError } from "./statement-error.ts";
import { indentLines, planLines } from "./tree.ts";
import { undone } from "./undone.ts";

/** A small change of what the planner knows. */
export interface Variation {
    /** In words, for the finding. */
    readonly what: string;
    /** The table that it is about, with its schema. */
    readonly table: string;
    /** The column, where it is about one. */
    readonly column: string | undefined;
    /** Makes the change, in a transaction that is rolled back. */
    readonly apply: (client: pg.Client) => Promise<void>;
}

/** How many variations were tried, and a finding about each case that one of them gives another plan. */
export interface Stability {
    readonly variations: number;
    /** Plans that were made under a variation. */
    readonly plans: number;
    readonly findings: readonly Finding[];
}

/**
 * Plans cases again under small changes of what the planner knows, one change at a time. A case is tried with those of
 * the tables that its plan reads and of the columns that its plan names.
 */
export async function unstablePlans(
    database: Database,
    cases: readonly BoundCase[],
    variations: readonly Variation[],
    progress: Progress,
): Promise<Stability> {
    await loadSqlParser();
    return inPlanningSession(database, [], async (client) => {
        const partitions = await readPartitions(client);
        const planned: PlannedCase[] = [];
        const treeOf = async (bound: BoundCase): Promise<PlannedCase> => {
            const { plan, context } = await planIn(client, bound, partitions);
            const lines = planLines(plan, context);
            return { bound, tree: indentLines(lines), tables: tablesOf(lines, partitions) };
        };
        for (const bound of cases) {
            const one = await treeOf(bound).catch((cause: unknown) => {
                throw statementError("plan", bound, cause);
            });
            planned.push(one);
        }
        const flips = new Map<PlannedCase, Flip[]>();
        let plans = 0;
        for (const [i, variation] of variations.entries()) {
            const touched = planned.filter((one) => isTouched(one, variation));
            plans += touched.length;
            if (touched.length > 0)
                await undone(client, "variation", async () => {
                    await variation.apply(client);
                    for (const one of touched) {
                        const { tree } = await treeOf(one.bound);
                        if (sameLines(tree, one.tree)) continue;
                        flips.set(one, [...(flips.get(one) ?? []), { what: variation.what, tree }]);
                    }
                });
            progress.advance(i + 1, variations.length, "variation");
        }
        return { variations: variations.length, plans, findings: [...flips].map(([one, its]) => unstable(one, its)) };
    });
}

interface PlannedCase {
    readonly bound: BoundCase;
    readonly tree: readonly string[];
    readonly tables: readonly string[];
}

interface Flip {
    readonly what: string;
    readonly tree: readonly string[];
}

function isTouched({ tree, tables }: PlannedCase, { table, column }: Variation): boolean {
    if (!tables.includes(table)) return false;
    if (column === undefined) return true;
    const name = plainName(column);
    return tree.some((line) => line.split(/[^\w"$]+/).includes(name));
}

/** Each other plan once, below what brings it about. */
function unstable({ bound, tree }: PlannedCase, flips: readonly Flip[]): Finding {
    const byTree = new Map<string, Flip[]>();
    for (const flip of flips) {
        const key = flip.tree.join("\n");
        byTree.set(key, [...(byTree.get(key) ?? []), flip]);
    }
    return {
        code: "plan-unstable",
        severity: "warning",
        subject: subjectOf({ query: bound.query.id, case: bound.case.name }),
        message: `${counted(flips.length, "change")} of statistics as small as ANALYZE errs, or a day adds, ${flips.length === 1 ? "gives" : "give"} another plan`,
        detail: [...byTree.values()]
            .flatMap((alike) => [
                ...alike.map(({ what }) => what),
                renderSubtree(changedSubtree(tree, alike[0]?.tree ?? [])),
            ])
            .join("\n"),
    };
}
