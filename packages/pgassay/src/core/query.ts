import type { GrowthPromise } from "./query-growth.ts";

/** A value given to a parameter: written out in the header, or looked up once in the dataset by a named SQL query. */
export type Argument =
    | {
          readonly kind: "literal";
          readonly value: string | number | boolean | null | readonly (string | number | boolean)[];
      }
    | { readonly kind: "lookup"; readonly name: string; readonly sql: string };

export interface QueryParameter {
    readonly name: string;
    /** A type name of PostgreSQL: `uuid`, `timestamptz`, `text[]`. */
    readonly type: string;
}

/** Limits on the work of one execution, the same on every machine; what has none is not limited. */
export interface CaseBudget {
    /** Blocks of 8 kB that a warm execution touches. */
    readonly buffers?: number;
    /** Blocks of 8 kB that it writes to temporary files. */
    readonly tempBlocks?: number;
    /** Rows that it reads and throws away. */
    readonly rowsRemoved?: number;
    /** How many times as many rows a node may have as were estimated, or the other way round. */
    readonly qError?: number;
    /** Records that it puts into the write-ahead log. */
    readonly walRecords?: number;
    /** Bytes of these records, without the images of full pages. */
    readonly walBytes?: number;
    /** How many times as many blocks it may touch as the plan for its values, by the plan for all values. */
    readonly genericRatio?: number;
}

/** One named set of arguments of a query: hot, typical, cold. */
export interface QueryCase {
    readonly name: string;
    /** In the order of the query's parameters. */
    readonly arguments: readonly Argument[];
    readonly budget: CaseBudget;
    /** Whether it is meant to find nothing; any other case that returns no row is reported. */
    readonly mayBeEmpty: boolean;
}

export type QueryKind = "read" | "write" | "call";

/** A query file: its header, validated, and its text with parameters numbered. */
export interface Query {
    /** `<area>/<name>`, its place below the queries directory without `.sql`. */
    readonly id: string;
    /** Path of the file as findings and errors name it, relative to the configuration file. */
    readonly file: string;
    /** What the product uses it for, in one sentence. */
    readonly about: string;
    readonly parameters: readonly QueryParameter[];
    readonly cases: readonly QueryCase[];
    /** Indexes that must appear in the plan of every case. */
    readonly requiredIndexes: readonly string[];
    /** How much its cost may grow with the dataset; undefined when it promises nothing. */
    readonly grows?: GrowthPromise;
    /** Latency goal of one execution seen by the client, in milliseconds, at the 95th percentile. */
    readonly targetMsP95: number;
    /** Whether it only reads, writes, or calls a procedure or a function that writes, whose statements are what is planned. */
    readonly kind: QueryKind;
    /** The statement with each `:name` replaced by `$n::type`, counting `parameters` from 1. */
    readonly text: string;
}

/** A case whose arguments are known: what is planned, executed and timed. */
export interface BoundCase {
    readonly query: Query;
    readonly case: QueryCase;
    /** Values for `$1`, `$2`, … as node-postgres takes them; what was looked up is PostgreSQL's own text of it. */
    readonly values: readonly unknown[];
}
