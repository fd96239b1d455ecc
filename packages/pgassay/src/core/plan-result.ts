import type { Finding } from "./finding.ts";

/** What planning and executing one case of one query showed. Serialised as it is into the run record. */
export interface PlanResult {
    /** `<area>/<name>` of the query. */
    readonly query: string;
    readonly case: string;
    /** The canonical plan tree, one line a node, children indented below their parent. */
    readonly tree: readonly string[];
    /** Names of the indexes the plan reads, each once, in code-unit order. */
    readonly indexes: readonly string[];
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
    /** Most `hit + read` the header allows. */
    readonly bufferBudget: number;
    /** Breaches of the header by this case. */
    readonly findings: readonly Finding[];
}
