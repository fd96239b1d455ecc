import { plainName } from "../expression.ts";
import type { Partitions } from "../partitions.ts";
import type { PlanNode } from "../plan-node.ts";
import { indexReadBy } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import { columnsRead, namesIn } from "./columns-read.ts";
import { createIndex, indexCandidate, indexCandidates, keyColumn, tablesRead } from "./index-candidates.ts";
import type { IndexCandidate, TableRead } from "./index-candidates.ts";
import { leastCarriedBlocks } from "./pays.ts";
import type { ColumnWidths, TableColumns } from "./table-columns.ts";
import type { TableIndex } from "./table-indexes.ts";

/** More columns than these, or wider ones, make an index a second table. */
const mostCarried = 4;
const mostCarriedBytes = 64;

/** An index that might help, and the same with columns carried along that cases read. */
export interface CandidateFamily {
    readonly plain: IndexCandidate;
    /** Whether there is such an index as the plain one. */
    readonly isThere: boolean;
    /** With few columns first. */
    readonly covering: readonly IndexCandidate[];
    /** The cases whose plans read the table. */
    readonly readers: readonly CaseWork[];
}

/** What a database has, of which plans tell a part. */
export interface Surroundings {
    readonly partitions: Partitions;
    readonly columns: TableColumns;
    readonly indexes: readonly TableIndex[];
}

/** All indexes that some cases might want, each once. */
export function candidateFamilies(works: readonly CaseWork[], surroundings: Surroundings): CandidateFamily[] {
    const { partitions, columns, indexes } = surroundings;
    const existing = indexes.flatMap((index) => existingCandidate(index) ?? []);
    const there = new Set(existing.map(({ candidate }) => createIndex(candidate)));
    const families = new Map<string, { plain: IndexCandidate; covering: Map<string, IndexCandidate> }>();
    const readers = new Map<string, Set<CaseWork>>();
    for (const work of works) {
        const needed = columnsRead(work.plan, columns);
        for (const read of tablesRead(work.plan, partitions)) {
            const table = tableKey(read);
            readers.set(table, (readers.get(table) ?? new Set()).add(work));
            const scanned = indexesUnder(read.node);
            const inUse = existing.filter(
                ({ index, candidate }) =>
                    tableKey(candidate) === table && index.shownAs.some((name) => scanned.includes(name)),
            );
            const widths = columns.of(read.schema, read.table);
            const own = needed.get(read.alias) ?? new Set();
            for (const plain of [...indexCandidates(work.plan, read), ...inUse.map(({ candidate }) => candidate)]) {
                const family = families.get(createIndex(plain)) ?? { plain, covering: new Map() };
                families.set(createIndex(plain), family);
                const covering = fetchesRows(read.node) ? coveringCandidate(plain, own, widths) : undefined;
                if (covering) family.covering.set(createIndex(covering), covering);
            }
        }
    }
    return [...families].flatMap(([statement, { plain, covering }]) => {
        const isThere = there.has(statement);
        if (isThere && covering.size === 0) return [];
        const widths = columns.of(plain.schema, plain.table);
        return [
            {
                plain,
                isThere,
                covering: withUnion(plain, [...covering.values()], widths),
                readers: [...(readers.get(tableKey(plain)) ?? [])],
            },
        ];
    });
}

function tableKey({ schema, table }: Pick<TableRead, "schema" | "table">): string {
    return JSON.stringify([schema, table]);
}

/** An index that is there as if it were to be made; its name does not matter. */
function existingCandidate(
    index: TableIndex,
): { readonly index: TableIndex; readonly candidate: IndexCandidate } | undefined {
    const { keys, predicate, isPartitioned } = index;
    if (keys === null) return undefined;
    const parts = { method: "btree" as const, keys, ...(predicate !== null && { predicate }) };
    return { index, candidate: indexCandidate({ ...index, isPartitioned }, parts) };
}

/** The indexes by which a node finds rows that it then fetches. */
function indexesUnder(node: PlanNode): readonly string[] {
    if (node.type === "Index Scan") return indexReadBy(node);
    return node.children.flatMap((child) =>
        child.type.startsWith("Bitmap") ? [...indexReadBy(child), ...indexesUnder(child)] : [],
    );
}

/** Whether an index alone could spare a node enough blocks to be proposed. */
function fetchesRows({ type, blocks }: PlanNode): boolean {
    return type !== "Index Only Scan" && blocks.hit + blocks.read > leastCarriedBlocks;
}

/** The index with all that is read of the table besides; undefined where that is nothing or too much. */
function coveringCandidate(
    plain: IndexCandidate,
    needed: ReadonlySet<string>,
    widths: ColumnWidths,
): IndexCandidate | undefined {
    if (plain.method !== "btree" || [...needed].some((name) => !widths.has(name))) return undefined;
    // What the rows of a partial index have in common need not be in it.
    const known = new Set([...plain.keys.map(keyColumn), ...namesIn(plain.predicate ?? "").map(({ name }) => name)]);
    const carried = [...widths.keys()].filter((column) => needed.has(column) && !known.has(column));
    return carrying(plain, carried, widths);
}

function carrying(plain: IndexCandidate, columns: readonly string[], widths: ColumnWidths): IndexCandidate | undefined {
    const bytes = columns.reduce((sum, column) => sum + (widths.get(column) ?? Infinity), 0);
    if (columns.length === 0 || columns.length > mostCarried || bytes > mostCarriedBytes) return undefined;
    const { method, keys, predicate } = plain;
    const parts = { method, keys, include: columns.map(plainName), ...(predicate !== undefined && { predicate }) };
    return indexCandidate(plain, parts);
}

/** Adds the index that carries what any of these do. */
function withUnion(
    plain: IndexCandidate,
    covering: readonly IndexCandidate[],
    widths: ColumnWidths,
): readonly IndexCandidate[] {
    const carried = new Set(covering.flatMap(({ include }) => include));
    const union = carrying(
        plain,
        [...widths.keys()].filter((column) => carried.has(plainName(column))),
        widths,
    );
    const all = new Map([...covering, ...(union ? [union] : [])].map((one) => [createIndex(one), one]));
    return [...all.values()].toSorted((a, b) => a.include.length - b.include.length);
}
