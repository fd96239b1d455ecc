import pg from "pg";
import type { Floor } from "../../core/plan-result.ts";
import type { BoundCase } from "../../core/query.ts";
import { undone } from "../undone.ts";
import { countingSql, floorStatement } from "./floor-statement.ts";
import type { FloorRelation, FloorStatement } from "./floor-statement.ts";
import { readTables, tablesAmong } from "./floor-tables.ts";
import type { FloorIndex, FloorTable, IndexHeights } from "./floor-tables.ts";

/** A leaf of a b-tree of 8 kB holds no more row pointers, however many equal keys share them. */
const mostPointers = 1358;

/**
 * The fewest blocks that any plan of a case could touch with the indexes that there are: the statement is executed once
 * more, and tells on which pages the rows lie that its own rows are made of. A plan has to fetch each of these pages,
 * unless an index holds all that is returned of them.
 *
 * @param client in a transaction
 */
export async function floorOf(client: pg.Client, bound: BoundCase, heights: IndexHeights): Promise<Floor> {
    const statement = floorStatement(bound.query.text);
    if ("unknown" in statement) return statement;
    try {
        return await undone(client, "floor", () => measureFloor(client, bound, statement, heights));
    } catch (error) {
        if (!(error instanceof pg.DatabaseError)) throw error;
        if (error.code === groupingError) return { unknown: "it aggregates rows" };
        return { unknown: error.code?.startsWith("42") ? "where its rows lie cannot be asked for" : error.message };
    }
}

/** PostgreSQL's code of a column that is neither grouped nor aggregated: where each row lies is one. */
const groupingError = "42803";

async function measureFloor(
    client: pg.Client,
    { values }: BoundCase,
    statement: FloorStatement,
    heights: IndexHeights,
): Promise<Floor> {
    const relations = await tablesAmong(client, statement.relations);
    if (relations.length === 0) return { unknown: "it returns no column of a table that it reads itself" };
    const { rows: seen } = await client.query<Seen>(countingSql(statement.sql, relations), [...values]);
    const [first] = seen;
    if (first === undefined) return { unknown: "it returns no row" };
    const tables = new Map(
        (await readTables(client, [...new Set(seen.map(({ table }) => table))])).map((table) => [table.table, table]),
    );
    const isCut = first.rows >= limitRows(statement, values);
    // What is unique in each part need not be in the whole.
    const isTotal =
        statement.isSingle &&
        !relations.some(({ hasParts }) => hasParts) &&
        [...tables.values()].every(({ indexes }) => indexes.some(sortsBy(statement)));
    if (isCut && !isTotal) return { unknown: "its limit leaves rows out, and its order does not say which" };
    // One table that is read without an index is read to its end, to sort it or because nothing stops the scan before.
    const readsToEnd = statement.isSingle && !statement.seeksPlaces && (!isCut || first.rows > 1);
    const fewest = new Map<string, number>();
    for (const one of seen) {
        const [table, relation] = [tables.get(one.table), relations[one.relation]];
        if (table === undefined || relation === undefined) continue;
        const blocks = fewestBlocks(one, table, relation, readsToEnd, heights);
        fewest.set(one.table, Math.max(fewest.get(one.table) ?? 0, blocks));
    }
    return { blocks: [...fewest.values()].reduce((sum, blocks) => sum + blocks, 0) };
}

/** Rows of one relation of a statement in one table. */
interface Seen {
    readonly relation: number;
    readonly table: string;
    readonly tuples: number;
    readonly pages: number;
    /** Rows of the statement. */
    readonly rows: number;
}

/** Rows after which a statement stops, at least; more than there can be where it does not. */
function limitRows({ limit }: FloorStatement, values: readonly unknown[]): number {
    if (limit === undefined) return Infinity;
    if (limit === "computed") return 0;
    const rows = "rows" in limit ? limit.rows : Number(values[limit.parameter - 1] ?? Infinity);
    return Number.isNaN(rows) ? 0 : rows;
}

function sortsBy({ order }: FloorStatement): (index: FloorIndex) => boolean {
    return ({ isUnique, keys }) => isUnique && keys.every((key) => order.includes(key));
}

function fewestBlocks(
    { tuples, pages }: Seen,
    table: FloorTable,
    { returned }: FloorRelation,
    readsToEnd: boolean,
    heights: IndexHeights,
): number {
    const heightOf = ({ oid }: FloorIndex): number => heights.get(oid) ?? 0;
    const leaves = Math.ceil(tuples / mostPointers);
    const needed = table.columns.filter((column) => returned.includes("*") || returned.includes(column));
    const covering = table.indexes.filter(({ columns }) => needed.every((column) => columns.includes(column)));
    const ways = [
        // With an index: down to a leaf, and to the pages of the rows.
        ...table.indexes.map((index) => pages + (readsToEnd ? heightOf(index) + 1 : 0)),
        // With an index alone.
        ...covering.map((index) => leaves + (readsToEnd ? heightOf(index) : 0)),
        readsToEnd ? table.pages : pages,
    ];
    return Math.min(...ways);
}
