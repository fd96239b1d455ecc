import { zipf } from "./distributions.ts";
import type { Draws } from "./random.ts";

/**
 * Picks different values for an array column: tags, labels, skills. The first of the list come most often, by Zipf's
 * law; a value that is drawn twice is taken once, so an array may be shorter than asked for.
 */
export function someOf<Value>(values: readonly Value[], exponent: number): (draws: Draws, count: number) => Value[] {
    const rank = zipf(values.length, exponent);
    return (draws, count) => {
        const chosen: Value[] = [];
        for (let i = 0; i < count; i++) {
            const value = values[rank.at(draws.fraction())];
            if (value !== undefined && !chosen.includes(value)) chosen.push(value);
        }
        return chosen;
    };
}
