import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";

/** The items in random order, each order as likely as any (Fisher and Yates). */
export function shuffled<T>(items: readonly T[], random: RandomGenerator): T[] {
    const rest = [...items];
    return items.flatMap(() => rest.splice(uniformInt(random, 0, rest.length - 1), 1));
}
