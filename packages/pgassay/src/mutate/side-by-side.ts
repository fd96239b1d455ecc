import { availableParallelism } from "node:os";

/**
 * Works through items, as many at a time as there are processors. When one fails no further one is begun, and those
 * under way end first, so that what they hold is released.
 *
 * @returns the results in the order of `items`
 */
export async function sideBySide<Item, Result>(
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
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
    const ends = await Promise.allSettled(Array.from({ length: availableParallelism() }, worker));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    return results;
}
