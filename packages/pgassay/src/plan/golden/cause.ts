import pg from "pg";
import type { Database } from "../../server/cluster.ts";
import { planAfter } from "../explain.ts";
import { indentLines, planLines } from "../tree.ts";
import { candidatesFor } from "./candidates.ts";
import type { Candidate, Change } from "./candidates.ts";

/** Why a plan changed, and how that is known. */
export interface Cause {
    /** What completes "the plan changed": ` because index tasks_due_idx is gone`. */
    readonly clause: string;
    readonly evidence: string;
}

/**
 * Finds out why a plan is not the accepted one. What differs since then is undone in a transaction, one thing at a
 * time, and the case is planned again: if that brings the accepted plan back, the cause is proved. Otherwise it is
 * what remains.
 */
export async function causeOf(database: Database, change: Change): Promise<Cause> {
    const candidates = candidatesFor(change);
    const undoable = candidates.filter(({ undo }) => undo !== undefined);
    const bringsBack = (undone: readonly Candidate[]): Promise<boolean> => plansAsBefore(database, change, undone);

    const proved: Candidate[] = [];
    for (const candidate of undoable) if (await bringsBack([candidate])) proved.push(candidate);
    if (proved.length > 0) {
        return {
            clause: ` because ${inWords(proved, "or")}`,
            evidence: "proved: with that as it was, the accepted plan comes back",
        };
    }
    if (undoable.length > 1 && (await bringsBack(undoable))) {
        return {
            clause: ` because ${inWords(undoable, "and")}`,
            evidence: "proved: with all of that as it was, the accepted plan comes back, and not with one of it",
        };
    }
    const left = candidates.filter(({ undo, inPart }) => undo === undefined || inPart);
    if (left.length > 0) {
        return {
            clause: `, it seems because ${inWords(left, "and")}`,
            evidence: "by elimination: nothing else that a golden records differs and brings the accepted plan back",
        };
    }
    const also = undoable.length > 0 ? `; ${inWords(undoable, "and")}, but undoing that does not bring it back` : "";
    return {
        clause: `, it seems because the statistics of ${change.result.tables.join(" or ")} did`,
        evidence: `by elimination: schema, statement, settings and server are as they were${also}`,
    };
}

async function plansAsBefore(
    database: Database,
    { bound, accepted }: Change,
    undone: readonly Candidate[],
): Promise<boolean> {
    try {
        const { plan, context } = await planAfter(
            database,
            bound,
            undone.flatMap(({ undo }) => undo ?? []),
        );
        return indentLines(planLines(plan, context)).join("\n") === accepted.tree.join("\n");
    } catch (error) {
        // What cannot be undone any more, such as an index on a column that is gone too, proves nothing.
        if (error instanceof pg.DatabaseError) return false;
        throw error;
    }
}

function inWords(candidates: readonly Candidate[], joint: string): string {
    return candidates.map(({ what }) => what).join(` ${joint} `);
}
