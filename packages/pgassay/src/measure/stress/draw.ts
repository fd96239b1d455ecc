import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";

/** Decides the order of requests; there is nothing to gain from another one. */
const seed = 1;

/** Draws by weight, the same sequence every time. */
export function drawByWeight<T extends { readonly weight: number }>(choices: readonly [T, ...T[]]): () => T {
    const random = xoroshiro128plus(seed);
    const total = choices.reduce((sum, { weight }) => sum + weight, 0);
    const steps = 2 ** 30;
    return () => {
        let left = (uniformInt(random, 0, steps - 1) / steps) * total;
        for (const choice of choices) {
            left -= choice.weight;
            if (left < 0) return choice;
        }
        return choices[0];
    };
}
