import type { ColumnFigures, IndexFigures, TableFigures, ValueFigures } from "./figures.ts";
import { qualifiedName } from "./figures.ts";
import { exponentOf, lawOfCount, lawOfShare } from "./law.ts";
import type { Law, Scales } from "./law.ts";

/** How the figures of a table grow with the scale. A figure without a law stays as it was captured. */
export interface TableGrowth {
    readonly rows: Law;
    /** By column name. */
    readonly columns: Readonly<Record<string, ColumnGrowth>>;
    /** By index name. */
    readonly indexes: Readonly<Record<string, IndexGrowth>>;
}

/** Laws of the values of a column or of an expression. */
export interface ColumnGrowth {
    /** Of the number of different values; absent where it is a share of the rows. */
    readonly distinct?: Law;
    /** Of the frequencies of the most common values. */
    readonly common?: FrequencyLaw;
    /** Of the frequencies of the most common elements. */
    readonly elements?: Law;
    /** Of the bounds of the histogram, for numbers. */
    readonly histogram?: Law;
}

/**
 * How frequencies move with the scale. Where values grow in number, the most frequent one may keep its share of the
 * rows while an ordinary one keeps its number of rows; in between the exponent follows the logarithm of the rank.
 */
export interface FrequencyLaw {
    /** Of the most frequent value. */
    readonly first: Law;
    /** Of the lower half of all values. */
    readonly last: Law;
}

export interface IndexGrowth {
    readonly rows: Law;
    /** Of the entries of a GIN index: words, elements, keys. */
    readonly entries?: Law;
    /** By the name PostgreSQL gives each expression. */
    readonly columns: Readonly<Record<string, ColumnGrowth>>;
}

/** Different values that are a share of the rows may differ by so much between two scales and still be that. */
const sameShare = 0.25;

/**
 * Sees how a table grows from its figures at two scales.
 *
 * @param targetRows the law of the rows of a table that a column refers to
 */
export function growthOf(
    low: TableFigures,
    high: TableFigures,
    scales: Scales,
    targetRows: (table: string) => Law | undefined,
): TableGrowth {
    const rows = lawOfCount(low.rows, high.rows, scales);
    const targets = new Map(high.references.map(({ column, table }) => [column, table]));
    const lawOf = (one: TableFigures): ((column: ColumnFigures) => [string, ColumnGrowth][]) => {
        const before = one.columns;
        return (column) => {
            const target = targets.get(column.name);
            const reference = target === undefined ? undefined : { table: target, rows: targetRows(target) };
            return named(
                column,
                growthOfColumn(same(before, column), column, [low.rows, high.rows], scales, reference),
            );
        };
    };
    return {
        rows,
        columns: Object.fromEntries(high.columns.flatMap(lawOf(low))),
        indexes: Object.fromEntries(
            high.indexes.map((index) => [index.name, growthOfIndex(low, index, scales, [low.rows, high.rows])]),
        ),
    };
}

/** The law of each table's rows, by `schema.table`: what foreign keys lean on. */
export function rowLaws(
    low: readonly TableFigures[],
    high: readonly TableFigures[],
    scales: Scales,
): ReadonlyMap<string, Law> {
    const before = new Map(low.map((table) => [qualifiedName(table), table.rows]));
    return new Map(
        high.map((table) => {
            const name = qualifiedName(table);
            return [name, lawOfCount(before.get(name) ?? table.rows, table.rows, scales)];
        }),
    );
}

function growthOfIndex(
    low: TableFigures,
    index: IndexFigures,
    scales: Scales,
    rows: readonly [number, number],
): IndexGrowth {
    const before = low.indexes.find(({ name }) => name === index.name);
    const entries =
        before?.gin && index.gin ? { entries: lawOfCount(before.gin.entries, index.gin.entries, scales) } : {};
    return {
        rows: lawOfCount(before?.rows ?? index.rows, index.rows, scales),
        ...entries,
        columns: Object.fromEntries(
            index.columns.flatMap((column) =>
                named(column, growthOfColumn(same(before?.columns ?? [], column), column, rows, scales, undefined)),
            ),
        ),
    };
}

/** The laws of one column, under no name when it has none. */
function named(column: ColumnFigures, growth: ColumnGrowth): [string, ColumnGrowth][] {
    // A partitioned table has its columns twice; what holds for all rows is what counts.
    return Object.keys(growth).length === 0 ? [] : [[column.name, growth]];
}

function same(columns: readonly ColumnFigures[], { name, inherited }: ColumnFigures): ColumnFigures | undefined {
    return columns.find((column) => column.name === name && column.inherited === inherited);
}

function growthOfColumn(
    before: ColumnFigures | undefined,
    column: ColumnFigures,
    rows: readonly [number, number],
    scales: Scales,
    reference: { readonly table: string; readonly rows: Law | undefined } | undefined,
): ColumnGrowth {
    const low = before?.values;
    const high = column.values;
    if (low === undefined || high === undefined) return {};
    const distinct = distinctLaw(low, high, rows, scales, reference);
    const common = commonLaw(low, high, rows, scales);
    const elements = topLaw(elementShares(low), elementShares(high), rows, scales);
    const histogram = histogramLaw(low, high, scales, column.type);
    return {
        ...(distinct && { distinct }),
        ...(common && { common }),
        ...(elements && { elements }),
        ...(histogram && { histogram }),
    };
}

/** Different values: their share of the rows if that stays, else as many as they are, as the table referred to grows. */
function distinctLaw(
    low: ValueFigures,
    high: ValueFigures,
    [lowRows, highRows]: readonly [number, number],
    scales: Scales,
    reference: { readonly table: string; readonly rows: Law | undefined } | undefined,
): Law | undefined {
    const isShare = low.distinct < 0 && high.distinct < 0;
    if (isShare && Math.abs(high.distinct / low.distinct - 1) <= sameShare) return undefined;
    const law = lawOfCount(distinctValues(low, lowRows), distinctValues(high, highRows), scales);
    const target = reference?.rows;
    if (reference === undefined || target === undefined || Math.abs(law.exponent - target.exponent) > sameShare) {
        return law;
    }
    return { exponent: target.exponent, because: `refers to ${reference.table}; ${law.because}` };
}

/** How many different values a column of so many rows has. */
export function distinctValues({ distinct }: ValueFigures, rows: number): number {
    return Math.round(distinct < 0 ? -distinct * rows : distinct);
}

/** How the shares of the most frequent and of ordinary values move. */
function commonLaw(
    low: ValueFigures,
    high: ValueFigures,
    rows: readonly [number, number],
    scales: Scales,
): FrequencyLaw | undefined {
    const first = topLaw(low.common.map(frequencyOf), high.common.map(frequencyOf), rows, scales);
    if (first === undefined) return undefined;
    const [before, now] = [ordinaryShare(low, rows[0]), ordinaryShare(high, rows[1])];
    return { first, last: lawOfFrequency("ordinary values", before, now, rows, scales) };
}

/** The share of rows that a value of the lower half has on average. */
function ordinaryShare(values: ValueFigures, rows: number): number {
    const frequencies = values.common.map(frequencyOf).toSorted((a, b) => a - b);
    const others = distinctValues(values, rows) - frequencies.length;
    const rest = 1 - values.nullFraction - frequencies.reduce(plus, 0);
    const lower = Math.ceil((others + frequencies.length) / 2);
    if (others >= lower) return Math.max(0, rest) / others;
    const listed = frequencies.slice(0, lower - Math.max(0, others));
    return (listed.reduce(plus, 0) + (others > 0 ? Math.max(0, rest) : 0)) / lower;
}

/** How the share of the most frequent value moves. */
function topLaw(
    low: readonly number[],
    high: readonly number[],
    rows: readonly [number, number],
    scales: Scales,
): Law | undefined {
    if (low.length === 0 || high.length === 0) return undefined;
    return lawOfFrequency("the most frequent", Math.max(...low), Math.max(...high), rows, scales);
}

/**
 * A share cannot grow for ever, and what has rows keeps them: the exponent lies between that of the rows, negated, and
 * 0. What is seen beyond is the noise of few values at the lower scale.
 */
function lawOfFrequency(
    what: string,
    low: number,
    high: number,
    [lowRows, highRows]: readonly [number, number],
    scales: Scales,
): Law {
    const { exponent, because } = lawOfShare(low, high, scales);
    const least = Math.min(0, -exponentOf(lowRows, highRows, scales));
    return { exponent: Math.min(0, Math.max(least, exponent)), because: `${what}: ${because}` };
}

function plus(a: number, b: number): number {
    return a + b;
}

function frequencyOf({ frequency }: { readonly frequency: number }): number {
    return frequency;
}

/** Without the extremes that follow the elements' own frequencies. */
function elementShares({ elements, elementFrequencies }: ValueFigures): readonly number[] {
    return elementFrequencies.slice(0, elements.length);
}

/** Whether the greatest number moves with the scale, as that of a serial key does. */
function histogramLaw(low: ValueFigures, high: ValueFigures, scales: Scales, type: string): Law | undefined {
    if (!isNumber(type)) return undefined;
    const [before, now] = [Number(low.histogram.at(-1)), Number(high.histogram.at(-1))];
    if (!Number.isFinite(before) || !Number.isFinite(now) || before <= 0 || now <= 0) return undefined;
    // What is drawn from a distribution has a greater maximum the more is drawn; only proportional growth is a law.
    const exponent = exponentOf(before, now, scales);
    if (exponent !== 1) return undefined;
    return { exponent, because: `its greatest bound was ${lawOfCount(before, now, scales).because}` };
}

/** Whether a type's values are numbers that can be multiplied. */
export function isNumber(type: string): boolean {
    return /^(smallint|integer|bigint|numeric|real|double precision)/.test(type) && !type.endsWith("[]");
}
