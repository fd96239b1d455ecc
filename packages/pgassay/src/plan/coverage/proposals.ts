import type pg from "pg";
import type { ProposedIndex } from "../../core/index-coverage.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { readPartitions } from "../partitions.ts";
import { candidateFamilies } from "./candidate-families.ts";
import type { CaseWork } from "./case-work.ts";
import type { CoverageOptions } from "./index-coverage.ts";
import { leastBlocks } from "./pays.ts";
import { readTableColumns } from "./table-columns.ts";
import type { TableIndex } from "./table-indexes.ts";
import { takenTogether } from "./taken-together.ts";
import type { TriedFamily } from "./taken-together.ts";
import { bestOf } from "./trial.ts";
import type { Trial } from "./trial.ts";

/**
 * Makes indexes that cases could want, one after the other, and keeps in mind those that make a case fetch much less.
 * The best is taken, then what still helps beside it. The caller's transaction is to be rolled back.
 */
export async function proposedIndexes(
    client: pg.Client,
    baseline: ReadonlyMap<BoundCase, CaseWork>,
    indexes: readonly TableIndex[],
    { superfluous }: Pick<CoverageOptions, "superfluous">,
    progress: Progress,
): Promise<ProposedIndex[]> {
    const worthwhile = [...baseline.values()].filter(
        ({ bound, blocks = 0 }) => bound.query.kind === "read" && blocks > leastBlocks,
    );
    const works = new Map(worthwhile.map((work) => [work.bound, work]));
    const families = candidateFamilies(worthwhile, {
        partitions: await readPartitions(client),
        columns: await readTableColumns(client),
        indexes,
    });
    const tried: TriedFamily[] = [];
    for (const [i, family] of families.entries()) {
        const trial = await bestOf(client, family, works, indexes);
        if (trial) tried.push({ family, trial });
        progress.advance(i + 1, families.length, "index");
    }
    const step = ({ saved }: Trial): number => Math.round(Math.log(saved) / Math.log(1.1));
    const columns = ({ candidate: { keys, include } }: Trial): number => keys.length + include.length;
    const ranked = tried.toSorted((a, b) => step(b.trial) - step(a.trial) || columns(a.trial) - columns(b.trial));
    return takenTogether(client, ranked, works, indexes, superfluous);
}
