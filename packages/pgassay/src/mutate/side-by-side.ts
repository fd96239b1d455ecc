import { availableParallelism } from "node:os";

/**
 * Works through items, by default as many at a time as there are processors. When one fails no further one is begun, and those
 * under way end first, so that what they hold is released.
 *
 * @returns the results in the order of `items`
 */
export async function sideBySide<Item, Result>(
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
    atATime = availableParallelism(),
): Promise<Result[]> {
    const results: Result[] = [];
    const waiting = [...items.entries()];
    const worker = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
            try {
                results[next[0]] = await work(next[1]);
            } catch (error) {
                waiting.length = 0;
                throw error;
            }
        }
    };
    const ends = await Promise.allSettled(Array.from({ length: atATime }, worker));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return results;
}

/**
 * Works through items with as many workers as there are processors, each of which asks for the next item when it wants
 * one: for work with something to set up that serves many items.
 */
export async function queuesSideBySide<Item>(
    items: readonly Item[],
    work: (next: () => Item | undefined) => Promise<void>,
): Promise<void> {
    const waiting = [...items];
    const workers = Array.from({ length: Math.min(items.length, availableParallelism()) });
    await sideBySide(workers, () => work(() => waiting.shift()));
}
