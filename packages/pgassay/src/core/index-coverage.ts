/** The findings of `pgassay indexes` that no other verb has. */
export const coverageFindingCodes: readonly string[] = ["index-proposed", "index-unneeded"];

/** What becomes of one case when an index is gone. */
export interface IndexEffect {
    /** `<area>/<name>` of the query. */
    readonly query: string;
    readonly case: string;
    /**
     * Without the index it was executed, or only planned, or cancelled because it took too long; or the server refused
     * it, as an `on conflict` that names what the index keeps unique.
     */
    readonly without: "executed" | "planned" | "cancelled" | "refused";
    /** The planner's cost without the index, as a multiple of that with it; 1 where it was refused. */
    readonly costRatio: number;
    /** Blocks of 8 kB that an execution fetches. */
    readonly blocks: number;
    /** The same without the index, where it was executed to its end. */
    readonly blocksWithout?: number;
}

/** An index, what it costs and what it is for. */
export interface IndexCoverage {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
    readonly definition: string;
    readonly bytes: number;
    /** Bytes of write-ahead log that one more row costs because of it; absent where no row could be written. */
    readonly walBytesPerRow?: number;
    /** What keeps it whatever queries do: `primary key`, `foreign key tasks.tasks_project_id_fkey`. */
    readonly keptBy?: string;
    /** How many cases read it. */
    readonly readBy: number;
    /** The cases that get worse without it, the worst first. */
    readonly serves: readonly IndexEffect[];
}
