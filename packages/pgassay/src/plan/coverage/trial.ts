import pg from "pg";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import { undone } from "../undone.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { createIndex } from "./index-candidates.ts";
import type { IndexCandidate } from "./index-candidates.ts";

/** An index pays where it makes a case fetch so many times fewer blocks, and so many fewer. */
const leastRatio = 2;
export const leastBlocks = 32;

const timeoutMs = 10_000;

/** What the cases that read a candidate do with it. */
export interface Trial {
    readonly candidate: IndexCandidate;
    readonly works: ReadonlyMap<BoundCase, CaseWork>;
    /** The cases for which it pays. */
    readonly improved: readonly { readonly before: CaseWork; readonly after: CaseWork }[];
    /** Blocks that these fetch less. */
    readonly saved: number;
}

/**
 * Makes an index, and executes the cases whose plans then read it; all of it is undone.
 *
 * @param before what the cases do without it
 * @returns undefined where it cannot be made
 */
export async function tryOut(
    client: pg.Client,
    candidate: IndexCandidate,
    before: Iterable<CaseWork>,
): Promise<Trial | undefined> {
    try {
        return await undone(client, "trial", async () => {
            await client.query(createIndex(candidate));
            const names = await shownNames(client, candidate);
            const works = new Map<BoundCase, CaseWork>();
            const improved: { before: CaseWork; after: CaseWork }[] = [];
            for (const one of before) {
                const planned = await workOf(client, one.bound, 0);
                if (!names.some((name) => planned.indexes.has(name))) continue;
                const after = await workOf(client, one.bound, timeoutMs);
                works.set(one.bound, after);
                if (pays(one, after)) improved.push({ before: one, after });
            }
            const saved = improved.reduce((sum, { before: was, after }) => sum + fewerBlocks(was, after), 0);
            return { candidate, works, improved, saved };
        });
    } catch (error) {
        // A name that is taken, or a type that the method knows no operators for.
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    }
}

/** Whether a case fetches so much less that an index is worth a proposal. */
function pays(before: CaseWork, after: CaseWork): boolean {
    if (before.blocks === undefined || after.blocks === undefined) return false;
    return before.blocks >= leastRatio * after.blocks && fewerBlocks(before, after) >= leastBlocks;
}

function fewerBlocks(before: CaseWork, after: CaseWork): number {
    return (before.blocks ?? 0) - (after.blocks ?? 0);
}

/** Names under which a plan may show an index that was made a moment ago: its own, and those of its parts. */
async function shownNames(client: pg.Client, { schema, name }: IndexCandidate): Promise<readonly string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select c.relname as name
        from pg_catalog.pg_class as c
        where
            c.oid = $1::pg_catalog.regclass
            or c.oid in (select tree.relid from pg_catalog.pg_partition_tree($1::pg_catalog.regclass) as tree)`,
        [quoteName(schema, name)],
    );
    return rows.map((row) => row.name);
}
