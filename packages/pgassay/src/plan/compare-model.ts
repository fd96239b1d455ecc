import type { Finding } from "../core/finding.ts";
import type { ModelledPlan } from "../core/modelled-plan.ts";
import type { BoundCase } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";

/** Share of the queries whose plans must all be as modelled; below it the model as a whole is not to be trusted. */
const leastShare = 0.9;

/** How the plans of a modelled size compare with those of really loaded rows. */
export interface ModelComparison {
    readonly scale: number;
    readonly cases: number;
    readonly equalCases: number;
    readonly queries: number;
    /** Queries all of whose cases are planned alike. */
    readonly equalQueries: number;
    readonly findings: readonly Finding[];
}

/**
 * Compares the plans of cases at a modelled scale with the plans of the same cases on rows at that scale.
 *
 * @param modelled one plan a case, in the order of `cases`; `loaded` likewise
 */
export function compareModel(
    scale: number,
    cases: readonly BoundCase[],
    modelled: readonly ModelledPlan[],
    loaded: readonly ModelledPlan[],
): ModelComparison {
    const unequal = cases.flatMap(({ query, case: one }, i) => {
        const [model, real] = [modelled[i], loaded[i]];
        if (model === undefined || real === undefined) return [];
        const equal = model.tree.join("\n") === real.tree.join("\n");
        return equal ? [] : [{ query: query.id, case: one.name, model, real }];
    });
    const queries = new Set(cases.map(({ query }) => query.id)).size;
    const equalQueries = queries - new Set(unequal.map(({ query }) => query)).size;
    const isTrusted = equalQueries >= leastShare * queries;
    return {
        scale,
        cases: cases.length,
        equalCases: cases.length - unequal.length,
        queries,
        equalQueries,
        findings: unequal.map((one) => ({
            code: "model-differs",
            severity: isTrusted ? "warning" : "error",
            subject: subjectOf(one),
            message: `the plan of the loaded rows at scale ${scale} is another than the modelled one`,
            detail: [...section("loaded", one.real), ...section("modelled", one.model)].join("\n"),
        })),
    };
}

function section(what: string, { tree, cost, rows }: ModelledPlan): string[] {
    return [`${what}, cost ${cost}, ${rows} rows expected`, ...tree.map((line) => `    ${line}`)];
}
