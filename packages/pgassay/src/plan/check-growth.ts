import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { ModelledCase, SeenGrowth } from "../core/modelled-plan.ts";
import type { Query } from "../core/query.ts";
import { breaksPromise } from "../core/query-growth.ts";
import type { GrowthPromise } from "../core/query-growth.ts";
import { subjectOf } from "../core/run-record.ts";
import { inWords } from "../core/scales.ts";

/**
 * Compares how the cost of each case grows over modelled sizes, and its blocks over loaded ones, with what the header of its
 * query promises. Either may break it: the model knows no rows, and rows are loaded at small sizes only.
 */
export function checkGrowth(cases: readonly ModelledCase[], queries: readonly Query[]): Finding[] {
    return cases.flatMap((one) => {
        const promise = queries.find(({ id }) => id === one.query)?.grows;
        if (promise === undefined) return [];
        const worst = one.plans.at(-1);
        const costs = [
            one.plans.map(({ scale, cost }) => `cost ${cost} at scale ${scale}`).join(", "),
            ...(worst?.tree ?? []),
        ];
        const blocks = (one.measured ?? []).map(
            (size) => `${counted(size.blocks, "block")} for ${counted(size.rows, "row")} at scale ${size.scale}`,
        );
        return [
            ...breach(one, "its cost grows", one.growth?.cost, promise, costs),
            ...breach(
                one,
                "the blocks it touches grow, beside the rows it returns,",
                one.growth?.blocks,
                promise,
                blocks,
            ),
        ];
    });
}

function breach(
    one: ModelledCase,
    what: string,
    grown: SeenGrowth | undefined,
    promise: GrowthPromise,
    evidence: readonly string[],
): Finding[] {
    if (grown === undefined || !breaksPromise(grown.growth, promise)) return [];
    const end = one.growth?.budgetEndsAt;
    return [
        {
            code: "grows-past-promise",
            severity: "error",
            subject: subjectOf(one),
            message:
                `${what} ${words[grown.growth]} from scale ${grown.from} to ${grown.to}, and the header promises ${promise}` +
                (end === undefined ? "" : `; it passes its budget at ${inWords([end])}`),
            detail: evidence.join("\n"),
        },
    ];
}

const words = {
    bounded: "hardly",
    log: "with the logarithm of the tables",
    linear: "with the tables",
    worse: "faster than the tables",
} as const;
