import pg from "pg";
import type { CaseCause } from "../../core/comparison.ts";
import { sameLines } from "../../core/same-lines.ts";
import type { Database } from "../../server/cluster.ts";
import { planAfter } from "../explain.ts";
import { indentLines, planLines } from "../tree.ts";
import { candidatesFor } from "./candidates.ts";
import type { Candidate, Change } from "./candidates.ts";

/** Why a plan changed, and how that is known. */
export interface Cause extends CaseCause {
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
    return causeAmong(candidatesFor(change), change.result.tables, (undone) => plansAsBefore(database, change, undone));
}

/**
 * Why a case whose tree is the accepted one changed all the same: the same name is not the same index.
 *
 * @param names of the indexes that were made anew, and otherwise
 */
export function redefinition(names: readonly string[]): Cause {
    const what = `index ${names.join(" and ")} is another one`;
    return {
        kinds: ["index"],
        what,
        isProved: true,
        clause: ` because ${what}`,
        evidence: "the tree is the same, and reads something else",
    };
}

/**
 * Finds the cause among candidates.
 *
 * @param tables whose statistics are the cause when nothing else is
 * @param bringsBack whether all is as before when these are; undefined when they cannot be made so
 */
export async function causeAmong(
    candidates: readonly Candidate[],
    tables: readonly string[],
    bringsBack: (undone: readonly Candidate[]) => Promise<boolean | undefined>,
): Promise<Cause> {
    const proved: Candidate[] = [];
    const undoable: Candidate[] = [];
    for (const candidate of candidates) {
        if (candidate.undo === undefined && candidate.before === undefined) continue;
        const outcome = await bringsBack([candidate]);
        if (outcome === true) proved.push(candidate);
        if (outcome !== undefined) undoable.push(candidate);
    }
    if (proved.length > 0) {
        const what = inWords(proved, "or");
        const evidence = "proved: with that as it was, the accepted plan comes back";
        return { kinds: kindsOf(proved), what, isProved: true, clause: ` because ${what}`, evidence };
    }
    if (undoable.length > 1 && (await bringsBack(undoable)) === true) {
        const needed = await leastOf(undoable, bringsBack);
        const what = inWords(needed, "and");
        const evidence = "proved: with all of that as it was, the accepted plan comes back, and not with one of it";
        return { kinds: kindsOf(needed), what, isProved: true, clause: ` because ${what}`, evidence };
    }
    const left = candidates.filter((candidate) => !undoable.includes(candidate) || candidate.inPart);
    const inVain = undoable.filter((candidate) => !left.includes(candidate));
    const also = inVain.length > 0 ? `; ${inWords(inVain, "and")}, but undoing that does not bring it back` : "";
    if (left.length > 0) {
        const what = inWords(left, "and");
        const evidence = `by elimination: nothing else that a golden records differs and brings the accepted plan back${also}`;
        return { kinds: kindsOf(left), what, isProved: false, clause: `, it seems because ${what}`, evidence };
    }
    return {
        kinds: ["statistics"],
        what: `the statistics of ${tables.join(" or ")} changed`,
        isProved: false,
        clause: `, it seems because the statistics of ${tables.join(" or ")} did`,
        evidence: `by elimination: schema, statement, settings and server are as they were${also}`,
    };
}

/** Without those that need not be undone for all to be as before: what else changed at the same time is no cause. */
async function leastOf(
    undone: readonly Candidate[],
    bringsBack: (undone: readonly Candidate[]) => Promise<boolean | undefined>,
): Promise<readonly Candidate[]> {
    let needed = undone;
    for (const candidate of undone) {
        const others = needed.filter((one) => one !== candidate);
        if ((await bringsBack(others)) === true) needed = others;
    }
    return needed;
}

function kindsOf(candidates: readonly Candidate[]): CaseCause["kinds"] {
    return [...new Set(candidates.map(({ kind }) => kind))];
}

/** Whether a case, planned with some things as they were, gets the accepted plan; undefined where they cannot be so. */
export async function plansAsBefore(
    database: Database,
    { bound, accepted }: Change,
    undone: readonly Candidate[],
): Promise<boolean | undefined> {
    try {
        const { plan, context } = await planAfter(
            database,
            undone.find(({ before }) => before)?.before ?? bound,
            undone.flatMap(({ undo }) => undo ?? []),
        );
        return sameLines(indentLines(planLines(plan, context)), accepted.tree);
    } catch (error) {
        // What cannot be undone any more, such as an index on a column that is gone too, proves nothing.
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    }
}

function inWords(candidates: readonly Candidate[], joint: string): string {
    return candidates.map(({ what }) => what).join(` ${joint} `);
}
