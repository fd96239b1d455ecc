import type { ColumnFigures, TableFigures, ValueFigures } from "./figures.ts";
import { qualifiedName } from "./figures.ts";
import { distinctValues } from "./growth.ts";

/** Statistics of a table that are as likely as those it has. */
export interface Perturbation {
    /** With its schema. */
    readonly table: string;
    /** Undefined where it is about the number of rows. */
    readonly column: string | undefined;
    /** What is other about them: `public.tasks.status: common values more frequent`. */
    readonly what: string;
    /** The table with nothing but what is other. */
    readonly figures: TableFigures;
}

/** Rows that ANALYZE looks at: 300 for each of the 100 values that it keeps unless a column is set to more. */
const sampledRows = 30_000;

/** Nineteen of twenty samples err by less than this many standard errors. */
const standardErrors = 2;

/** How far the number of different values may be off, where a sample has not seen them all many times. */
const distinctError = 0.1;

/** A value that occurs less often in the sample is not counted reliably. */
const fewestOccurrences = 10;

/** What a day, or a few, adds to a table. */
const growth = 0.01;

/**
 * Statistics that another ANALYZE could have found, or a day's rows could have made: one figure at a time, by as much as
 * a sample errs, up and down. A table that ANALYZE looks at as a whole has no error but its growth. The same figures give the same
 * perturbations, in the same order.
 */
export function perturbations(tables: readonly TableFigures[]): Perturbation[] {
    return tables.flatMap((table) => [
        ...(table.rows > 0 ? rowPerturbations(table) : []),
        ...table.columns.filter(({ inherited }) => !inherited).flatMap((column) => columnPerturbations(table, column)),
    ]);
}

function rowPerturbations(table: TableFigures): Perturbation[] {
    return [growth, -growth].map((change) => ({
        table: qualifiedName(table),
        column: undefined,
        what: `${qualifiedName(table)}: ${Math.abs(change) * 100} % ${change > 0 ? "more" : "fewer"} rows`,
        figures: alone({ ...table, rows: Math.max(1, Math.round(table.rows * (1 + change))) }, []),
    }));
}

function columnPerturbations(table: TableFigures, column: ColumnFigures): Perturbation[] {
    const { values } = column;
    if (values === undefined || table.rows <= sampledRows) return [];
    const unseen = Math.sqrt(1 - sampledRows / table.rows);
    const errorOf = (share: number): number => standardErrors * Math.sqrt((share * (1 - share)) / sampledRows) * unseen;
    const variants: readonly (readonly [what: string, values: ValueFigures | undefined])[] = [
        ["common values more frequent", withCommon(values, (share) => share + errorOf(share))],
        ["common values less frequent", withCommon(values, (share) => Math.max(0, share - errorOf(share)))],
        ["more nulls", withNulls(values, values.nullFraction + errorOf(values.nullFraction))],
        ["fewer nulls", withNulls(values, values.nullFraction - errorOf(values.nullFraction))],
        ["more different values", withDistinct(values, table.rows, 1 + distinctError)],
        ["fewer different values", withDistinct(values, table.rows, 1 - distinctError)],
        ["order closer to that on disk", withCorrelation(values, 1)],
        ["order farther from that on disk", withCorrelation(values, -1)],
    ];
    return variants.flatMap(([what, other]) =>
        other === undefined
            ? []
            : [
                  {
                      table: qualifiedName(table),
                      column: column.name,
                      what: `${qualifiedName(table)}.${column.name}: ${what}`,
                      figures: alone(table, [{ ...column, values: other }]),
                  },
              ],
    );
}

/** A table of which nothing is told but some columns. */
function alone(table: TableFigures, columns: readonly ColumnFigures[]): TableFigures {
    return { ...table, columns, indexes: [], extended: [] };
}

/** Shares that would be more than all are cut to it. */
function withCommon(values: ValueFigures, change: (share: number) => number): ValueFigures | undefined {
    if (values.common.length === 0) return undefined;
    const changed = values.common.map(({ value, frequency }) => ({ value, frequency: change(frequency) }));
    const sum = changed.reduce((total, { frequency }) => total + frequency, 0);
    const room = Math.min(1, (1 - values.nullFraction) / sum);
    return { ...values, common: changed.map(({ value, frequency }) => ({ value, frequency: frequency * room })) };
}

function withNulls(values: ValueFigures, nullFraction: number): ValueFigures | undefined {
    // None or nothing but nulls in a sample is what the whole table has, for all that it matters.
    if (values.nullFraction === 0 || values.nullFraction === 1) return undefined;
    const most = 1 - values.common.reduce((total, { frequency }) => total + frequency, 0);
    return { ...values, nullFraction: Math.min(Math.max(nullFraction, 0), most) };
}

function withDistinct(values: ValueFigures, rows: number, factor: number): ValueFigures | undefined {
    const isUnique = values.distinct === -1;
    const occurrences = sampledRows / Math.max(1, distinctValues(values, rows));
    if (isUnique || occurrences >= fewestOccurrences) return undefined;
    const distinct = values.distinct * factor;
    return { ...values, distinct: distinct < 0 ? Math.max(-1, distinct) : Math.max(1, Math.round(distinct)) };
}

function withCorrelation(values: ValueFigures, direction: 1 | -1): ValueFigures | undefined {
    const { correlation } = values;
    if (correlation === null || Math.abs(correlation) === 1) return undefined;
    const size = Math.abs(correlation) + (direction * standardErrors) / Math.sqrt(sampledRows);
    return { ...values, correlation: Math.sign(correlation || 1) * Math.min(1, Math.max(0, size)) };
}
