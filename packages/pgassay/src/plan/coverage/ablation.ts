import pg from "pg";
import type { IndexEffect } from "../../core/index-coverage.ts";
import { tieRatio } from "../tie-ratio.ts";
import { undone } from "../undone.ts";
import { workOf } from "./case-work.ts";
import type { CaseWork } from "./case-work.ts";
import type { TableIndex } from "./table-indexes.ts";

/** Longest a case may take without an index; longer is worse, however long. */
const timeoutMs = 3_000;

/** Fewer blocks than this, more or less, are the luck of where rows lie. */
const fewestBlocks = 8;

/** What a case does while an index is gone, and in comparison. */
export interface Ablated {
    /** Undefined where the server refused the statement. */
    readonly without: CaseWork | undefined;
    readonly effect: IndexEffect;
}

/** What becomes of the cases that read an index once it is gone; whoever calls has taken it away. */
export async function ablate(
    client: pg.Client,
    readers: readonly CaseWork[],
    baseline: ReadonlyMap<CaseWork["bound"], CaseWork>,
    isExecuted: boolean,
): Promise<Ablated[]> {
    const ablated: Ablated[] = [];
    for (const { bound } of readers) {
        const before = baseline.get(bound);
        if (!before) continue;
        const without = await undone(client, "attempt", () => workOf(client, bound, isExecuted ? timeoutMs : 0)).catch(
            (error: unknown) => {
                if (error instanceof pg.DatabaseError) return undefined;
                throw error;
            },
        );
        ablated.push({ without, effect: effectOf(before, without) });
    }
    return ablated;
}

/** Takes an index away, hands what remains to `use`, and brings it back. */
export async function withoutIndex<T>(client: pg.Client, { removal }: TableIndex, use: () => Promise<T>): Promise<T> {
    return undone(client, "without_index", async () => {
        await client.query(removal);
        return use();
    });
}

export function readersOf(index: TableIndex, works: Iterable<CaseWork>): CaseWork[] {
    return [...works].filter(({ indexes }) => index.shownAs.some((name) => indexes.has(name)));
}

/** Whether a case is worse off, by more than what two equal plans differ by. */
export function isWorse({ without, costRatio, blocks, blocksWithout }: IndexEffect): boolean {
    if (without === "cancelled" || without === "refused" || costRatio >= tieRatio) return true;
    return blocksWithout !== undefined && blocksWithout >= Math.max(tieRatio * blocks, blocks + fewestBlocks);
}

function effectOf(before: CaseWork, without: CaseWork | undefined): IndexEffect {
    const subject = { query: before.bound.query.id, case: before.bound.case.name, blocks: before.blocks ?? 0 };
    if (without === undefined) return { ...subject, without: "refused", costRatio: 1 };
    const costRatio = before.cost === 0 ? 1 : Math.round((1000 * without.cost) / before.cost) / 1000;
    if (without.blocks === undefined) {
        return { ...subject, without: without.timedOut ? "cancelled" : "planned", costRatio };
    }
    return { ...subject, without: "executed", costRatio, blocksWithout: without.blocks };
}
