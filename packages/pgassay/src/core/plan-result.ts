import type { Finding } from "./finding.ts";

/** The plan of a prepared statement that serves all values. */
export type GenericPlan = {
    readonly tree: readonly string[];
    /** Whether the server takes it for the seventh execution of a prepared statement with these values. */
    readonly isChosen: boolean;
} & (
    | {
          /** Blocks of 8 kB that an execution with the values of the case touches. */
          readonly buffers: number;
      }
    | {
          /** What PostgreSQL says when it is executed with the values of the case: an error, or that it takes too long. */
          readonly failure: string;
      }
);

/**
 * What `explain (verbose, format json)` tells of one statement: `Plan` and what belongs to it, in PostgreSQL's own
 * words, for programs that show plans. A count of blocks that is absent is zero.
 */
export type Explanation = Readonly<Record<string, unknown>>;

/** The fewest blocks that any plan of a statement could touch with the indexes there are, or why that is not known. */
export type Floor =
    | {
          /** Blocks of 8 kB. */
          readonly blocks: number;
      }
    | {
          /** A clause: `it groups rows`. */
          readonly unknown: string;
      };

/** What planning and executing one case of one query showed. Serialised as it is into the run record. */
export interface PlanResult {
    /** `<area>/<name>` of the query. */
    readonly query: string;
    readonly case: string;
    /** Its arguments as the header has them, one a line: `user_id = $busiest_user`. */
    readonly arguments?: readonly string[];
    /** The canonical plan tree, one line a node, children indented below their parent. */
    readonly tree: readonly string[];
    /** The same plan as the server explains it, executed unless it writes; absent for a call, which has no plan of its own. */
    readonly explanation?: Explanation;
    /** Names of the indexes the plan reads, with their schemas unless these are public, each once, in code-unit order. */
    readonly indexes: readonly string[];
    /** Names of the tables it reads or writes, with their schemas, each once, in code-unit order. */
    readonly tables: readonly string[];
    /** Indexes the query's header says must serve it. */
    readonly requiredIndexes: readonly string[];
    /** Rows the query returned. */
    readonly rows: number;
    /** Blocks of 8 kB the execution touched, found in shared buffers or read into them; planning is not counted. */
    readonly buffers: {
        readonly hit: number;
        readonly read: number;
        readonly tempRead: number;
        readonly tempWritten: number;
    };
    /** What `hit + read` cannot be less than, whatever the plan; absent for what writes. */
    readonly floor?: Floor;
    /** Most `hit + read` that the header or the golden allows, if either does. */
    readonly bufferBudget?: number;
    /** Rows that were read and thrown away, by filters and by indexes that are lossy. */
    readonly rowsRemoved: number;
    /** The worst factor between estimated and real rows of a node, at least 1, to a tenth. */
    readonly qError: number;
    /** Time to plan it on a warmed backend, in milliseconds; information, not the same twice. Absent for what writes. */
    readonly planningMs?: number;
    /** What it put into the write-ahead log; absent for a query that only reads. */
    readonly wal?: {
        readonly records: number;
        /** Without the images of full pages, which depend on when the last checkpoint was. */
        readonly bytes: number;
    };
    /** The plan for all values, where it is another one. */
    readonly generic?: GenericPlan;
    /**
     * How the plan compares with the one that was accepted for this scale: `tied` is another plan that costs about the
     * same, `none` that there is none to compare with.
     */
    readonly golden: "accepted" | "tied" | "changed" | "none";
    /** Breaches of the header by this case, and changes of its plan. */
    readonly findings: readonly Finding[];
}
