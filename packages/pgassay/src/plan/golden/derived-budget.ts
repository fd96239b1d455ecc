import type { Golden } from "../../core/golden.ts";
import type { BoundCase } from "../../core/query.ts";
import { tolerance } from "./accept.ts";

/**
 * Cases that have a limit of blocks: where the header says none, a third more than the golden of this scale has.
 *
 * @param goldens by query
 */
export function withGoldenBudgets(
    cases: readonly BoundCase[],
    goldens: ReadonlyMap<string, Golden>,
    scale: number,
): BoundCase[] {
    return cases.map((bound) => {
        const { query, case: one } = bound;
        if (one.budget.buffers !== undefined) return bound;
        const accepted = goldens
            .get(query.id)
            ?.cases.find((golden) => golden.name === one.name && golden.scale === scale);
        if (accepted?.buffers === undefined) return bound;
        const buffers = Math.ceil(accepted.buffers * tolerance);
        return { ...bound, case: { ...one, budget: { ...one.budget, buffers } } };
    });
}
