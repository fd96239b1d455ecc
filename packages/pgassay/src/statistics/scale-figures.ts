import { grownBtree } from "./btree-pages.ts";
import type {
    ColumnFigures,
    CommonValue,
    ExtendedFigures,
    IndexFigures,
    TableFigures,
    ValueFigures,
} from "./figures.ts";
import { qualifiedName } from "./figures.ts";
import { distinctValues, isNumber } from "./growth.ts";
import type { ColumnGrowth, FrequencyLaw, IndexGrowth, TableGrowth } from "./growth.ts";
import { greatestNumber } from "./greatest-number.ts";
import { between, grown } from "./law.ts";

/** A table's figures at the scale they were captured at, and how they grow. */
export interface CapturedTable {
    readonly figures: TableFigures;
    readonly growth: TableGrowth;
}

/**
 * The figures of all tables at `times` the scale they were captured at. At 1 they are what was captured.
 *
 * @param asked values that cases ask for: where a stand-in for a value that is not known is needed, none of these
 */
export function scaleFigures(
    tables: readonly CapturedTable[],
    times: number,
    asked: ReadonlySet<string>,
): TableFigures[] {
    const rowsOf = new Map(
        tables.map(({ figures, growth }) => [
            qualifiedName(figures),
            scaledRows(figures.rows, grown(figures.rows, growth.rows, times)),
        ]),
    );
    return tables.map((table) => scaleTable(table, times, rowsOf, asked));
}

function scaleTable(
    { figures, growth }: CapturedTable,
    times: number,
    rowsOf: ReadonlyMap<string, number>,
    asked: ReadonlySet<string>,
): TableFigures {
    const rows = rowsOf.get(qualifiedName(figures)) ?? figures.rows;
    const pages = scaledPages(figures.pages, figures.rows, rows);
    const targets = new Map(figures.references.map(({ column, table }) => [column, rowsOf.get(table)]));
    const columns = figures.columns.map((column) =>
        scaleColumn(column, growth.columns[column.name], {
            times,
            from: figures.rows,
            to: rows,
            most: targets.get(column.name),
            asked,
        }),
    );
    const distinct = distinctCounts(columns, rows);
    return {
        ...figures,
        rows,
        pages,
        allVisible: figures.pages === 0 ? 0 : Math.round((figures.allVisible / figures.pages) * pages),
        columns,
        indexes: figures.indexes.map((index) =>
            scaleIndex(index, growth.indexes[index.name], {
                times,
                from: figures.rows,
                to: rows,
                most: undefined,
                asked,
            }),
        ),
        extended: figures.extended.map((one) =>
            scaleExtended(one, distinctCounts(figures.columns, figures.rows), distinct, rows),
        ),
    };
}

/** A count of rows is whole, and a table that has rows keeps one. */
function scaledRows(before: number, after: number): number {
    return before === 0 ? 0 : Math.max(1, Math.round(after));
}

/** As many rows a page as before. */
function scaledPages(pages: number, from: number, to: number): number {
    if (from === to || from === 0) return pages;
    return Math.max(1, Math.ceil((pages * to) / from));
}

interface Sizes {
    readonly times: number;
    /** Rows of the table before and after. */
    readonly from: number;
    readonly to: number;
    /** Rows of the table that the column refers to, if it does. */
    readonly most: number | undefined;
    /** Values that are no stand-ins. */
    readonly asked: ReadonlySet<string>;
}

function scaleColumn(column: ColumnFigures, growth: ColumnGrowth | undefined, sizes: Sizes): ColumnFigures {
    const { values } = column;
    if (values === undefined || sizes.times === 1) return column;
    const distinct = scaleDistinct(values, growth, sizes);
    return {
        ...column,
        values: {
            ...values,
            distinct,
            common: scaleCommon(values, growth, distinct, sizes),
            elementFrequencies: values.elementFrequencies.map((frequency) =>
                atMostOne(grown(frequency, growth?.elements, sizes.times)),
            ),
            histogram:
                growth?.histogram && isNumber(column.type)
                    ? scaleBounds(values, growth, column.type, sizes)
                    : values.histogram,
        },
    };
}

/** A share of the rows stays one; a count grows by its law, up to what the rows and the table referred to allow. */
function scaleDistinct(
    values: ValueFigures,
    growth: ColumnGrowth | undefined,
    { times, from, to, most }: Sizes,
): number {
    if (growth?.distinct === undefined) return values.distinct;
    const count = grown(distinctValues(values, from), growth.distinct, times);
    const limit = Math.min(most ?? Infinity, to * (1 - values.nullFraction));
    return Math.max(1, Math.round(Math.min(count, limit)));
}

/**
 * The most common values with their shares at the new size. A value that would have fewer than two rows is none of the
 * most common, and together they are no more than the rows that are not null.
 */
function scaleCommon(
    values: ValueFigures,
    growth: ColumnGrowth | undefined,
    distinct: number,
    sizes: Sizes,
): CommonValue[] {
    const { common, nullFraction } = values;
    const { times, from, to } = sizes;
    const law = growth?.common;
    const ranks = Math.log(Math.max(2, distinctValues(values, from)));
    const scaled = common
        .map(({ value, frequency }, i) => {
            const ofRank = law && between(law.first, law.last, Math.log(i + 1) / ranks);
            return { value, frequency: atMostOne(grown(frequency, ofRank, times)) };
        })
        .filter(({ frequency }) => frequency * to >= Math.min(2, to))
        .slice(0, distinct < 0 ? Infinity : distinct);
    const all = [...scaled, ...newcomers(scaled, values, law, sizes)];
    const sum = sumOf(all);
    const room = 1 - nullFraction;
    return sum <= room ? all : all.map(({ value, frequency }) => ({ value, frequency: (frequency * room) / sum }));
}

/**
 * Where values grow in number, some that are not known yet are among the most common of a greater size, and without
 * their rows every uncommon value would be planned with too many. Bounds of the histogram stand in for them.
 */
function newcomers(
    known: readonly CommonValue[],
    { common, histogram, nullFraction }: ValueFigures,
    law: FrequencyLaw | undefined,
    { times, asked }: Sizes,
): CommonValue[] {
    if (law === undefined || times <= 1) return [];
    const missing = Math.min(1 - nullFraction, grown(sumOf(common), law.first, times)) - sumOf(known);
    const candidates = histogram.slice(1, -1).filter((value) => !asked.has(value));
    // No value that is not in the list is planned to be more frequent than the last one in it.
    const least = Math.min(...known.map(({ frequency }) => frequency));
    const standIns = candidates.slice(0, Math.max(0, Math.floor(missing / least)));
    return standIns.map((value) => ({ value, frequency: missing / standIns.length }));
}

function sumOf(values: readonly CommonValue[]): number {
    return values.reduce((sum, { frequency }) => sum + frequency, 0);
}

function scaleBounds(values: ValueFigures, growth: ColumnGrowth, type: string, { times }: Sizes): string[] {
    const isWhole = /int|serial/.test(type);
    const scaled = values.histogram.map((bound) => grown(Number(bound), growth.histogram, times));
    // Beyond what the type can hold there is no value: the same distribution, over as many values as there are.
    const reach = Math.max(...scaled.map(Math.abs));
    const room = Math.min(1, greatestNumber(type) / reach);
    return scaled.map((bound) => String(isWhole ? Math.round(bound * room) : bound * room));
}

function scaleIndex(index: IndexFigures, growth: IndexGrowth | undefined, sizes: Sizes): IndexFigures {
    const { times } = sizes;
    const rows = Math.min(sizes.to, scaledRows(index.rows, grown(index.rows, growth?.rows, times)));
    const pages = scaledPages(index.pages, index.rows, rows);
    const { gin } = index;
    return {
        ...index,
        rows,
        pages,
        ...(index.btree && { btree: grownBtree(index.btree, index.pages, pages) }),
        ...(gin && {
            gin: {
                // Lists of rows grow with the table, words with its vocabulary; together they are the index.
                entryPages: Math.min(pages - 1, Math.max(1, Math.round(grown(gin.entryPages, growth?.entries, times)))),
                dataPages: Math.min(pages - 1, scaledPages(gin.dataPages, index.rows, rows)),
                entries: Math.max(1, Math.round(grown(gin.entries, growth?.entries, times))),
            },
        }),
        columns: index.columns.map((column) => scaleColumn(column, growth?.columns[column.name], sizes)),
    };
}

/** Combinations grow as the one of their columns with most values does; the shares of common ones stay. */
function scaleExtended(
    extended: ExtendedFigures,
    before: ReadonlyMap<string, number>,
    after: ReadonlyMap<string, number>,
    rows: number,
): ExtendedFigures {
    return {
        ...extended,
        distinct: extended.distinct.map(({ columns, figure }) => {
            const growths = columns.map((column) => (after.get(column) ?? 1) / (before.get(column) ?? 1));
            return { columns, figure: Math.max(1, Math.min(rows, Math.round(figure * Math.max(...growths)))) };
        }),
    };
}

function distinctCounts(columns: readonly ColumnFigures[], rows: number): ReadonlyMap<string, number> {
    return new Map(
        columns.flatMap(({ name, values }) =>
            values ? [[name, Math.max(1, distinctValues(values, rows))] as const] : [],
        ),
    );
}

function atMostOne(share: number): number {
    return Math.min(1, share);
}
