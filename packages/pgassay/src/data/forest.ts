import { Stream } from "./random.ts";

/** Where a row stands in its forest. */
export interface ForestPlace {
    /** Index of the parent within the group, smaller than the row's own; undefined for a root. */
    readonly parent: number | undefined;
    /** Place among the children of that parent, from 1; for a root, its place among all rows of the group. */
    readonly place: number;
}

/** Rows that are settled together: as many roots as they like, and one tree. */
const blockRows = 32;

/** How many children a node of a tree has; small numbers make deep trees, but never more than six levels. */
const fanOuts = [2, 3, 3, 4, 4, 6, 9] as const;

/** Most rows of a block that stand alone. */
const mostAlone = 12;

/**
 * Arranges the rows of each group as trees whose parents come before their children. Rows are taken in blocks of 32,
 * each with some rows that stand alone and one tree of its own width, so that a row's parent follows from its index.
 */
export class Forest {
    readonly #shape: Stream;

    constructor(seed: number, table: string) {
        this.#shape = new Stream(seed, `${table}.forest`);
    }

    /**
     * @param groupStart the first row of the group
     * @param index the row's place in the group, from 0
     */
    placeOf(groupStart: number, index: number): ForestPlace {
        const inBlock = index % blockRows;
        const blockStart = index - inBlock;
        const shape = this.#shape.draws(groupStart + blockStart);
        const alone = shape.below(mostAlone + 1);
        if (inBlock <= alone) return { parent: undefined, place: index + 1 };
        const fanOut = fanOuts[shape.below(fanOuts.length)] ?? fanOuts[0];
        const child = inBlock - alone - 1;
        return {
            parent: blockStart + alone + Math.floor(child / fanOut),
            place: (child % fanOut) + 1,
        };
    }
}
