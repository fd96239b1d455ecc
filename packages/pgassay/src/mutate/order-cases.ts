import type { BoundCase } from "../core/query.ts";
import type { Mutant } from "./mutant.ts";

/**
 * Which cases could notice a mutant by their plans, the likeliest first: those that read its index, then those that read
 * its table or name what it changes.
 *
 * @param planned what the plan of each case reads without a defect
 */
export function orderOfCases(
    planned: ReadonlyMap<BoundCase, { readonly indexes: readonly string[]; readonly tables: readonly string[] }>,
): (mutant: Mutant) => readonly BoundCase[] {
    return ({ owner, names }) => {
        const ids = new Set(names.flatMap((name) => [name, `${owner.schema}.${name}`]));
        const nearness = new Map<BoundCase, number>();
        for (const [bound, { indexes, tables }] of planned) {
            if (indexes.some((index) => ids.has(index))) nearness.set(bound, 2);
            else if (tables.includes(`${owner.schema}.${owner.name}`) || bound.query.text.includes(owner.name))
                nearness.set(bound, 1);
        }
        return [...nearness].toSorted(([, a], [, b]) => b - a).map(([bound]) => bound);
    };
}
