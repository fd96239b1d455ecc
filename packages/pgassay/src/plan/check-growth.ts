import type { Finding } from "../core/finding.ts";
import type { ModelledCase } from "../core/modelled-plan.ts";
import type { Query } from "../core/query.ts";
import { breaksPromise, costGrowth } from "../core/query-growth.ts";
import { subjectOf } from "../core/run-record.ts";

/** Compares how the cost of each case grows with what the header of its query promises. */
export function checkGrowth(cases: readonly ModelledCase[], queries: readonly Query[]): Finding[] {
    return cases.flatMap((one) => {
        const promise = queries.find(({ id }) => id === one.query)?.grows;
        const grown = costGrowth(one);
        if (promise === undefined || grown === undefined || !breaksPromise(grown.growth, promise)) return [];
        const worst = one.plans.at(-1);
        return [
            {
                code: "grows-past-promise",
                severity: "error" as const,
                subject: subjectOf(one),
                message: `its cost grows ${words[grown.growth]} from scale ${grown.from} to ${grown.to}, and the header promises ${promise}`,
                detail: [
                    one.plans.map(({ scale, cost }) => `cost ${cost} at scale ${scale}`).join(", "),
                    ...(worst?.tree ?? []),
                ].join("\n"),
            },
        ];
    });
}

const words = {
    bounded: "hardly",
    log: "with the logarithm of the tables",
    linear: "with the tables",
    worse: "faster than the tables",
} as const;
