/**
 * What the planner knows about the tables of a database of one size: the figures of pg_class, pg_stats, extended
 * statistics and the indexes' own pages. They are captured from a loaded database, or worked out for another size.
 */
export interface TableFigures {
    readonly schema: string;
    readonly name: string;
    /** Live rows, as ANALYZE or VACUUM last counted them. */
    readonly rows: number;
    /** There where they never did: the planner takes such a table to have ten pages, and not to be empty. */
    readonly isUnknown?: true;
    /** Blocks of 8 kB. */
    readonly pages: number;
    /** Those of them whose rows are visible to everybody, which an index-only scan need not read. */
    readonly allVisible: number;
    /** Options that say how full its blocks are: `fillfactor=90`; undefined where there are none. */
    readonly filling?: string;
    /** All columns; those of partitioned tables twice, for the table alone and with its parts. */
    readonly columns: readonly ColumnFigures[];
    readonly indexes: readonly IndexFigures[];
    readonly extended: readonly ExtendedFigures[];
    /** Its `create statistics` objects, also those of which nothing is known: on expressions, or on an empty table. */
    readonly declared: readonly DeclaredStatistics[];
    /** Columns that refer to a table by themselves, and that table as `schema.table`. */
    readonly references: readonly { readonly column: string; readonly table: string }[];
}

/** A column of a table, or an expression that an index computes. */
export interface ColumnFigures {
    readonly name: string;
    /** As SQL writes it: `numeric(8,2)`. */
    readonly type: string;
    /** Whether the rows of child tables are meant too. */
    readonly inherited: boolean;
    /** How ANALYZE is told to sample it: `statistics 0, n_distinct=-0.5`; undefined where it is not. */
    readonly sampling?: string;
    /** Undefined where ANALYZE found nothing to say, as about a column of an empty table. */
    readonly values?: ValueFigures;
}

/** How the values of a column are distributed. Values are PostgreSQL's own texts; lists that it has not are empty. */
export interface ValueFigures {
    /** Share of rows that are null, 0 to 1. */
    readonly nullFraction: number;
    /** Average bytes. */
    readonly width: number;
    /** Different values; below zero it is their share of the rows, as in pg_stats. */
    readonly distinct: number;
    /** Order of values against order on disk, -1 to 1; null for types without an order. */
    readonly correlation: number | null;
    readonly common: readonly CommonValue[];
    /** Bounds between which equally many of the other rows lie. */
    readonly histogram: readonly string[];
    /** The most frequent elements of arrays, words of documents. */
    readonly elements: readonly string[];
    /** Share of rows with each element; then the least and greatest share, and perhaps that of null elements. */
    readonly elementFrequencies: readonly number[];
    readonly elementCounts: readonly number[];
    readonly rangeLengths: readonly string[];
    readonly emptyRangeFraction: number | null;
    readonly rangeBounds: readonly string[];
}

export interface CommonValue {
    readonly value: string;
    /** Share of the rows, 0 to 1. */
    readonly frequency: number;
}

export interface IndexFigures {
    readonly name: string;
    /** Access method: `btree`, `gin`. */
    readonly method: string;
    /** As `pg_get_indexdef` has it: the figures are of this index, and not of another one of its name. */
    readonly definition: string;
    /** Entries: fewer than the table has rows where the index is partial. */
    readonly rows: number;
    /** Blocks of 8 kB. */
    readonly pages: number;
    /** The form of a b-tree; undefined for others. */
    readonly btree?: BtreeFigures;
    /** What a GIN index counts on its own first page; undefined for others. */
    readonly gin?: GinFigures;
    /** Its expressions. */
    readonly columns: readonly ColumnFigures[];
}

export interface BtreeFigures {
    /** Levels below the root. */
    readonly height: number;
    /** Pages that one inner page leads to. */
    readonly fanout: number;
}

export interface GinFigures {
    readonly entryPages: number;
    readonly dataPages: number;
    readonly entries: number;
}

/** A `create statistics` object as the schema has it. */
export interface DeclaredStatistics {
    /** As `schema.name`: it need not lie in the schema of its table. */
    readonly name: string;
    /** As `pg_get_statisticsobjdef` has it, and its target where it has one of its own. */
    readonly definition: string;
    /** Why what they know, or part of it, cannot be modelled, as a clause about them. */
    readonly gap?: string;
}

/** What one `create statistics` object knows. */
export interface ExtendedFigures {
    readonly schema: string;
    readonly name: string;
    readonly inherited: boolean;
    /** In the order in which `common` has their values. */
    readonly columns: readonly string[];
    readonly distinct: readonly { readonly columns: readonly string[]; readonly figure: number }[];
    readonly dependencies: readonly {
        readonly columns: readonly string[];
        readonly determines: string;
        readonly degree: number;
    }[];
    readonly common: readonly CommonValues[];
}

/** A combination of values that is frequent. */
export interface CommonValues {
    readonly values: readonly (string | null)[];
    readonly frequency: number;
    /** The frequency it would have if the columns were independent. */
    readonly baseFrequency: number;
}

/** A table as findings and configuration name it: `public.tasks`. */
export function qualifiedName({ schema, name }: Pick<TableFigures, "schema" | "name">): string {
    return `${schema}.${name}`;
}
