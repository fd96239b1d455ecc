import { counted, grouped } from "../../core/counted.ts";
import type { Finding } from "../../core/finding.ts";
import type { IndexCoverage } from "../../core/index-coverage.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { shownName } from "../../core/shown-name.ts";
import { loadSqlParser } from "../../core/sql-text.ts";
import type { Database } from "../../server/cluster.ts";
import type pg from "pg";
import { inPlanningSession } from "../explain.ts";
import { ablate, isWorse, readersOf, withoutIndex } from "./ablation.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { proposedIndexes } from "./proposals.ts";
import { unneededIndexes } from "./unneeded.ts";
import { readTableIndexes } from "./table-indexes.ts";
import type { TableIndex } from "./table-indexes.ts";
import { writeCosts } from "./write-cost.ts";

/** Longest a case may take as things are. */
const timeoutMs = 60_000;

export interface CoverageOptions {
    /** Tables to leave out, with their schemas. */
    readonly except: readonly string[];
    /** Names, as findings call them, of indexes that another finding calls superfluous already: those go first. */
    readonly superfluous: readonly string[];
    /** The foreign keys, as findings call them, that no index serves. */
    readonly unserved: (client: pg.Client) => Promise<readonly string[]>;
}

/** What every index is for, and what was found about them. */
export interface Coverage {
    readonly indexes: readonly IndexCoverage[];
    readonly findings: readonly Finding[];
}

/**
 * Finds out what each index is for: it is dropped, every case that reads it is planned again and executed, and all of
 * it is rolled back. The database must be the caller's own: its tables are locked meanwhile. Whatever ends the work in
 * the middle leaves the catalog as it was, for nothing is ever committed.
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
        const proposed = await proposedIndexes(client, baseline, progress);
        progress.step("write rows of each table");
        const priced = await withWriteCosts(client, covered, progress);
        const findings = priced.filter((_, i) => unneeded.some((one) => one === indexes[i])).map(unneededFinding);
        return { indexes: priced, findings: [...findings, ...proposed] };
    });
}

async function withWriteCosts(
    client: pg.Client,
    indexes: readonly IndexCoverage[],
    progress: Progress,
): Promise<IndexCoverage[]> {
    const tables = new Map<string, IndexCoverage[]>();
    for (const index of indexes) {
        const table = JSON.stringify([index.schema, index.table]);
        tables.set(table, [...(tables.get(table) ?? []), index]);
    }
    const priced: IndexCoverage[] = [];
    for (const ofTable of tables.values()) {
        const costs = await writeCosts(client, ofTable);
        for (const index of ofTable) {
            const walBytesPerRow = costs.get(index.name);
            priced.push({ ...index, ...(walBytesPerRow !== undefined && { walBytesPerRow }) });
        }
        progress.advance(priced.length, indexes.length, "index");
    }
    return priced;
}

async function workOfAll(
    client: pg.Client,
    cases: readonly BoundCase[],
    progress: Progress,
): Promise<Map<BoundCase, CaseWork>> {
    const works = new Map<BoundCase, CaseWork>();
    for (const bound of cases) {
        // The first execution also sets hint bits, and reads what the next finds in memory.
        await workOf(client, bound, timeoutMs);
        works.set(bound, await workOf(client, bound, timeoutMs));
        progress.advance(works.size, cases.length, "case");
    }
    return works;
}

/** What becomes of cases and foreign keys without an index; what writing it costs is not in it. */
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

function readersText(readBy: number): string {
    if (readBy === 0) return "no case reads it";
    return readBy === 1
        ? "the one case that reads it is as well off without"
        : `the ${grouped(readBy)} cases that read it are as well off without`;
}

function unneededFinding({ schema, table, name, definition, bytes, walBytesPerRow, readBy }: IndexCoverage): Finding {
    const read = readersText(readBy);
    const cost = walBytesPerRow === undefined ? "" : ` and ${counted(walBytesPerRow, "byte")} of write-ahead log a row`;
    return {
        code: "index-unneeded",
        severity: "warning",
        subject: shownName({ schema, name: `${table}.${name}` }),
        message: `${read}, no constraint or foreign key needs it, and it costs ${grouped(Math.ceil(bytes / 1024))} kB${cost}`,
        detail: definition,
    };
}
