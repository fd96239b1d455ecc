import type { CaseWork } from "./case-work.ts";

/** An index pays where it makes a case fetch so many times fewer blocks, and so many fewer. */
const leastRatio = 2;
export const leastBlocks = 32;

/**
 * Columns that an index only carries along pay where they spare a case so many blocks: more than the rows of any page
 * that people look at. To fetch those from the table, a block each, is what a table is for.
 */
export const leastCarriedBlocks = 512;

/**
 * Whether a case fetches so much less that an index is worth a proposal.
 *
 * @param least blocks that it has to save
 */
export function pays(before: CaseWork, after: CaseWork, least: number): boolean {
    if (before.blocks === undefined || after.blocks === undefined) return false;
    return before.blocks >= leastRatio * after.blocks && fewerBlocks(before, after) >= least;
}

export function fewerBlocks(before: CaseWork, after: CaseWork): number {
    return (before.blocks ?? 0) - (after.blocks ?? 0);
}
