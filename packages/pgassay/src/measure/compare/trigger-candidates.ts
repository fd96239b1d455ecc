import type pg from "pg";
import type { Candidate } from "../../plan/golden/candidates.ts";
import { queryFile } from "../../server/query-file.ts";

/** A trigger, all that it does, and how to make it and take it away. */
export interface TriggerFact {
    /** With its schema: `public.tasks`. */
    readonly table: string;
    readonly name: string;
    /** With that of its function. */
    readonly definition: string;
    readonly making: string;
    readonly removal: string;
}

const triggersSql = new URL("../../../sql/compare/triggers.sql", import.meta.url);

/** Reads the triggers of some tables, named with their schemas. */
export async function readTriggers(client: pg.ClientBase, tables: readonly string[]): Promise<TriggerFact[]> {
    return queryFile(client, triggersSql, [tables]);
}

/** What differs between the triggers of two sides: they decide no plan, and what a write does. */
export function triggerCandidates(base: readonly TriggerFact[], head: readonly TriggerFact[]): Candidate[] {
    const key = ({ table, name }: TriggerFact): string => `trigger ${name} of ${table}`;
    const before = new Map(base.map((trigger) => [key(trigger), trigger]));
    const now = new Map(head.map((trigger) => [key(trigger), trigger]));
    return [...new Set([...before.keys(), ...now.keys()])].toSorted().flatMap((trigger): Candidate[] => {
        const [was, is] = [before.get(trigger), now.get(trigger)];
        if (!was && is) return [{ kind: "schema", what: `${trigger} is new`, undo: [is.removal] }];
        // Its function may be gone with it, and then it cannot be made again.
        if (was && !is) return [{ kind: "schema", what: `${trigger} is gone`, undo: [was.making], inPart: true }];
        if (was?.definition === is?.definition) return [];
        return [{ kind: "schema", what: `${trigger} is another one` }];
    });
}
