import type pg from "pg";
import { compareText } from "../../core/finding.ts";
import { indexName } from "../../core/index-coverage.ts";
import type { BoundCase } from "../../core/query.ts";
import { ablate, isWorse, readersOf } from "./ablation.ts";
import type { CaseWork } from "./case-work.ts";
import type { CoverageOptions } from "./index-coverage.ts";
import type { TableIndex } from "./table-indexes.ts";

/**
 * Of the indexes that no case needs alone, those that can be dropped together: two may stand in for each other, and
 * then one of them has to stay. Those that are called superfluous elsewhere go first and are not named again; then
 * those that nobody reads, the largest first.
 */
export async function unneededIndexes(
    client: pg.Client,
    droppable: readonly TableIndex[],
    baseline: ReadonlyMap<BoundCase, CaseWork>,
    { superfluous, unserved }: Pick<CoverageOptions, "superfluous" | "unserved">,
): Promise<TableIndex[]> {
    const named = new Set(await superfluous(client));
    const isNamed = (index: TableIndex): boolean => named.has(indexName(index));
    const readers = (index: TableIndex): number => readersOf(index, baseline.values()).length;
    const order = droppable.toSorted(
        (a, b) =>
            Number(isNamed(b)) - Number(isNamed(a)) ||
            readers(a) - readers(b) ||
            b.bytes - a.bytes ||
            compareText(a.name, b.name),
    );
    const unneeded: TableIndex[] = [];
    const current = new Map(baseline);
    const keys = new Set(await unserved(client));
    await client.query("savepoint together");
    for (const index of order) {
        await client.query("savepoint one_more");
        await client.query(index.removal);
        const losesKey = (await unserved(client)).some((key) => !keys.has(key));
        const ablated = losesKey ? [] : await ablate(client, readersOf(index, current.values()), baseline, true);
        if (losesKey || ablated.some(({ effect }) => isWorse(effect))) {
            await client.query("rollback to savepoint one_more");
            continue;
        }
        for (const { without } of ablated) if (without) current.set(without.bound, without);
        if (!isNamed(index)) unneeded.push(index);
    }
    await client.query("rollback to savepoint together");
    return unneeded;
}
