import pg from "pg";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import type { PlanNode } from "../plan-node.ts";
import { undone } from "../undone.ts";
import type { CandidateFamily } from "./candidate-families.ts";
import { indexReadBy, workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { createIndex, withFreeName } from "./index-candidates.ts";
import type { IndexCandidate, IndexName } from "./index-candidates.ts";
import { fewerBlocks, leastBlocks, leastCarriedBlocks, pays } from "./pays.ts";

/** Longest a case may take with an index that is tried. */
export const timeoutMs = 10_000;

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
 * Of an index and those that do the same and carry more along, makes each, and executes the cases whose plans then read
 * it; all of it is undone.
 *
 * @param before what the cases do without it
 * @param taken names that it may not have
 * @returns the first that pays, unless one that carries more saves more and pays once more beside it
 */
export async function bestOf(
    client: pg.Client,
    { plain, isThere, covering, readers }: CandidateFamily,
    before: ReadonlyMap<BoundCase, CaseWork>,
    taken: readonly IndexName[],
): Promise<Trial | undefined> {
    const works = readers.flatMap(({ bound }) => before.get(bound) ?? []);
    let best: Trial | undefined;
    for (const candidate of isThere ? covering : [plain, ...covering]) {
        const trial = await tryOut(client, withFreeName(candidate, taken), works);
        if (!trial || trial.saved <= (best?.saved ?? 0)) continue;
        const paysOnceMore = works.some((work) => {
            const after = trial.works.get(work.bound);
            return after !== undefined && pays(best?.works.get(work.bound) ?? work, after, leastCarriedBlocks);
        });
        if (candidate === plain || paysOnceMore) best = trial;
    }
    return best;
}

/** Undefined where it cannot be made, or carries columns along for no plan. */
async function tryOut(
    client: pg.Client,
    candidate: IndexCandidate,
    before: readonly CaseWork[],
): Promise<Trial | undefined> {
    try {
        return await undone(client, "trial", async () => {
            await client.query(createIndex(candidate));
            const names = await shownNames(client, candidate);
            const readers: CaseWork[] = [];
            let isWanted = candidate.include.length === 0;
            for (const one of before) {
                const { plan } = await workOf(client, one.bound, 0);
                if (reads(plan, names, () => true)) readers.push(one);
                isWanted ||= reads(plan, names, ({ type }) => type === "Index Only Scan");
            }
            if (!isWanted) return undefined;
            const works = new Map<BoundCase, CaseWork>();
            const improved: { before: CaseWork; after: CaseWork }[] = [];
            for (const one of readers) {
                const after = await workOf(client, one.bound, timeoutMs);
                works.set(one.bound, after);
                if (pays(one, after, leastBlocks)) improved.push({ before: one, after });
            }
            const saved = improved.reduce((sum, { before: was, after }) => sum + fewerBlocks(was, after), 0);
            return { candidate, works, improved, saved };
        });
    } catch (error) {
        // A type that the method knows no operators for.
        if (error instanceof pg.DatabaseError) return undefined;
        throw error;
    }
}

function reads(node: PlanNode, names: readonly string[], isMeant: (node: PlanNode) => boolean): boolean {
    return (
        (indexReadBy(node).some((index) => names.includes(index)) && isMeant(node)) ||
        node.children.some((child) => reads(child, names, isMeant))
    );
}

/** An index that was made a moment ago, and its parts, with their schemas. */
async function shownNames(client: pg.Client, { schema, name }: IndexCandidate): Promise<readonly string[]> {
    const { rows } = await client.query<{ name: string }>(
        `select n.nspname || '.' || c.relname as name
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.oid = $1::pg_catalog.regclass
            or c.oid in (select tree.relid from pg_catalog.pg_partition_tree($1::pg_catalog.regclass) as tree)`,
        [quoteName(schema, name)],
    );
    return rows.map((row) => row.name);
}
