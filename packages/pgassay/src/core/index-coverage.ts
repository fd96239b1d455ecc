import { compareText } from "./finding.ts";
import { shownName } from "./shown-name.ts";

/** The findings of `pgassay indexes` that no other verb has. */
export const coverageFindingCodes: readonly string[] = ["index-proposed", "index-unneeded"];

/** How findings call an index: `tasks.idx_tasks_project_status`. */
export function indexName({ schema, table, name }: Pick<IndexCoverage, "schema" | "table" | "name">): string {
    return shownName({ schema, name: `${table}.${name}` });
}

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
    /** Test files that name it; only looked for where nothing keeps it and no case gets worse. */
    readonly testedBy?: readonly string[];
}

/** A case that fetches fewer blocks of 8 kB with an index that does not exist. */
export interface IndexGain {
    /** `<area>/<name>` of the query. */
    readonly query: string;
    readonly case: string;
    readonly blocks: number;
    readonly blocksWith: number;
}

/** An index that does not exist, and what came of making it. */
export interface ProposedIndex {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
    /** The statement that makes it while others write. */
    readonly definition: string;
    readonly bytes: number;
    /** Bytes of write-ahead log that one more row would cost because of it; absent where no row could be written. */
    readonly walBytesPerRow?: number;
    /** What it saves each case, beside the proposals that were taken before it. */
    readonly gains: readonly IndexGain[];
    /** Indexes that repeat what it does, as findings call them: they can go once it is there. */
    readonly replaces: readonly string[];
}

/** Blocks that all cases together fetch less with a proposed index, each executed once. */
export function savedBlocks({ gains }: Pick<ProposedIndex, "gains">): number {
    return gains.reduce((sum, { blocks, blocksWith }) => sum + blocks - blocksWith, 0);
}

/**
 * Blocks that a proposed index saves for each byte that one more row adds to the write-ahead log; what adds less than a
 * byte to most rows is taken to add one. Undefined where that is not known.
 */
export function worthOf(proposed: ProposedIndex): number | undefined {
    const { walBytesPerRow } = proposed;
    return walBytesPerRow === undefined ? undefined : savedBlocks(proposed) / Math.max(1, walBytesPerRow);
}

/**
 * Proposed indexes, the one that is worth most first; of those that are worth the same, the shortest. Where no worth is
 * known they come last, by what they save.
 */
export function rankProposals(proposed: readonly ProposedIndex[]): ProposedIndex[] {
    return proposed.toSorted(
        (a, b) =>
            (worthOf(b) ?? -1) - (worthOf(a) ?? -1) ||
            (worthOf(a) === undefined ? savedBlocks(b) - savedBlocks(a) : 0) ||
            a.bytes - b.bytes ||
            compareText(a.name, b.name),
    );
}
