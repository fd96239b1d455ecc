import type pg from "pg";
import type { LoadedTable } from "./copy-in.ts";
import type { DroppedIndex } from "./indexes.ts";
import { onLanes } from "./lanes.ts";

/** What fills a table, or a part of one. */
export interface Filling {
    readonly table: string;
    readonly copy: (client: pg.Client, signal: AbortSignal) => Promise<LoadedTable>;
}

export interface IndexOptions {
    readonly build: (client: pg.Client, index: DroppedIndex) => Promise<void>;
    /** What is done when all tables are filled, by the connection that filled the last. */
    readonly onCopied: (client: pg.Client) => Promise<void>;
    /** From then on it is told how many indexes there are. */
    readonly onBuilt: (built: number) => void;
}

/** Something that one connection does. */
type Step = (client: pg.Client, signal: AbortSignal) => Promise<void>;

/**
 * Fills tables and builds their indexes, on several connections. While one of them copies, another builds what indexes
 * it can: whoever feeds the server wants a core of its own, and feeding two connections leaves it none.
 *
 * @returns what was filled, in the order of the fillings
 */
export async function copyAndIndex(
    lanes: readonly pg.Client[],
    fillings: readonly Filling[],
    indexes: readonly DroppedIndex[],
    { build, onCopied, onBuilt }: IndexOptions,
): Promise<LoadedTable[]> {
    const loaded = new Map<number, LoadedTable>();
    const waiting = [...fillings.keys()];
    const underWay = new Map<number, Promise<void>>();
    const absent = new Set(indexes);
    let isCopied = false;
    let built = 0;

    /** An index of the table with the most rows of those that have all of theirs. */
    const nextIndex = (): DroppedIndex | undefined => {
        const growing = new Set([...waiting, ...underWay.keys()].map((place) => fillings[place]?.table));
        const rowsOf = new Map([...loaded.values()].map(({ name, rows }) => [name, rows]));
        const [next] = [...absent]
            .filter(({ table }) => !growing.has(table))
            .toSorted((a, b) => (rowsOf.get(b.table) ?? 0) - (rowsOf.get(a.table) ?? 0));
        if (next !== undefined) absent.delete(next);
        return next;
    };
    const fill = async (place: number, filling: Filling, client: pg.Client, signal: AbortSignal): Promise<void> => {
        try {
            loaded.set(place, await filling.copy(client, signal));
        } finally {
            underWay.delete(place);
        }
        if (waiting.length > 0 || underWay.size > 0) return;
        await onCopied(client);
        isCopied = true;
        if (built > 0) onBuilt(built);
    };
    const nextStep = (): Step | undefined => {
        const isFed = underWay.size > 0;
        const index = isFed || waiting.length === 0 ? nextIndex() : undefined;
        if (index !== undefined) {
            return async (client) => {
                await build(client, index);
                built++;
                if (isCopied) onBuilt(built);
            };
        }
        const place = waiting.shift();
        const filling = place === undefined ? undefined : fillings[place];
        if (place !== undefined && filling !== undefined) {
            return (client, signal) => {
                const work = fill(place, filling, client, signal);
                underWay.set(place, work);
                return work;
            };
        }
        // The last tables are on their way, and their indexes to be built then.
        const others = [...underWay.values()];
        return others.length === 0 ? undefined : () => Promise.race(others.map((work) => work.catch(() => {})));
    };
    function* steps(): Generator<Step> {
        for (let step = nextStep(); step !== undefined; step = nextStep()) yield step;
    }
    await onLanes(lanes, steps(), (client, step, signal) => step(client, signal));
    return fillings.flatMap((_, place) => loaded.get(place) ?? []);
}
