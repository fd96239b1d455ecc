import { indexName } from "../../core/index-coverage.ts";
import type { IndexCoverage, ProposedIndex } from "../../core/index-coverage.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { loadSqlParser } from "../../core/sql-text.ts";
import type { Database } from "../../server/cluster.ts";
import type pg from "pg";
import { inPlanningSession } from "../explain.ts";
import { statementError } from "../statement-error.ts";
import { ablate, isWorse, readersOf, withoutIndex } from "./ablation.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { proposedIndexes } from "./proposals.ts";
import { unneededIndexes } from "./unneeded.ts";
import { readTableIndexes } from "./table-indexes.ts";
import type { TableIndex } from "./table-indexes.ts";
import { whyLogIsUnread } from "./write-cost.ts";

/** Longest a case may take as things are. */
const timeoutMs = 60_000;

export interface CoverageOptions {
    /** Tables to leave out, with their schemas. */
    readonly except: readonly string[];
    /** The indexes, as findings call them, that repeat another one. */
    readonly superfluous: (client: pg.Client) => Promise<readonly string[]>;
    /** The foreign keys, as findings call them, that no index serves. */
    readonly unserved: (client: pg.Client) => Promise<readonly string[]>;
}

/** What every index is for. */
export interface Coverage {
    readonly indexes: readonly IndexCoverage[];
    /** Those that can be dropped together, as findings call them. */
    readonly unneeded: readonly string[];
    readonly proposed: readonly ProposedIndex[];
    /** Why the server does not tell what indexes write, in a clause; absent where it does. */
    readonly writeCostUnknown?: string;
}

/**
 * Finds out what each index is for: it is dropped, every case that reads it is planned again and executed, and all of
 * it is rolled back. The database must be the caller's own: its tables are locked meanwhile. Whatever ends the work in
 * the middle leaves the catalog as it was, for nothing is ever committed. What indexes cost to write is not in it.
 */
export async function indexCoverage(
    database: Database,
    cases: readonly BoundCase[],
    options: CoverageOptions,
    progress: Progress,
): Promise<Coverage> {
    await loadSqlParser();
    return inPlanningSession(database, [], async (client) => {
        const indexes = await readTableIndexes(client, options.except);
        progress.step("execute the cases");
        const baseline = await workOfAll(client, cases, progress);
        progress.step("take indexes away");
        const covered: IndexCoverage[] = [];
        for (const index of indexes) {
            covered.push(await coverageOf(client, index, baseline, options));
            progress.advance(covered.length, indexes.length, "index");
        }
        const droppable = indexes.filter((_, i) => covered[i]?.keptBy === undefined && covered[i]?.serves.length === 0);
        progress.step("take away together what no case needs");
        const unneeded = await unneededIndexes(client, droppable, baseline, options);
        progress.step("try indexes that are missing");
        const proposed = await proposedIndexes(client, baseline, indexes, options, progress);
        const writeCostUnknown = await whyLogIsUnread(client);
        return {
            indexes: covered,
            unneeded: unneeded.map(indexName),
            proposed,
            ...(writeCostUnknown !== undefined && { writeCostUnknown }),
        };
    });
}

async function workOfAll(
    client: pg.Client,
    cases: readonly BoundCase[],
    progress: Progress,
): Promise<Map<BoundCase, CaseWork>> {
    const works = new Map<BoundCase, CaseWork>();
    for (const bound of cases) {
        // The first execution also sets hint bits, and reads what the next finds in memory.
        try {
            await workOf(client, bound, timeoutMs);
            works.set(bound, await workOf(client, bound, timeoutMs));
        } catch (cause) {
            throw statementError("execute", bound, cause);
        }
        progress.advance(works.size, cases.length, "case");
    }
    return works;
}

/** What becomes of cases and foreign keys without an index. */
async function coverageOf(
    client: pg.Client,
    index: TableIndex,
    baseline: ReadonlyMap<BoundCase, CaseWork>,
    { unserved }: CoverageOptions,
): Promise<IndexCoverage> {
    const { schema, table, name, definition, bytes } = index;
    const readers = readersOf(index, baseline.values());
    const known = new Set(await unserved(client));
    const { ablated, lost } = await withoutIndex(client, index, async () => ({
        lost: index.keptBy === null ? (await unserved(client)).filter((key) => !known.has(key)) : [],
        // What a constraint keeps is not to be dropped, whatever it costs: there the planner's word is enough.
        ablated: await ablate(client, readers, baseline, index.keptBy === null),
    }));
    const keptBy = index.keptBy ?? (lost.length > 0 ? `foreign key ${lost.join(", ")}` : undefined);
    const serves = ablated.map(({ effect }) => effect).filter(isWorse);
    return {
        schema,
        table,
        name,
        definition,
        bytes,
        ...(keptBy !== undefined && { keptBy }),
        readBy: readers.length,
        serves: serves.toSorted((a, b) => b.costRatio - a.costRatio),
    };
}
