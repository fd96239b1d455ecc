import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { ModelledPlan } from "../core/modelled-plan.ts";
import type { BoundCase } from "../core/query.ts";
import { subjectOf } from "../core/run-record.ts";
import { sameLines } from "../core/same-lines.ts";

/** Cases that are planned otherwise than modelled at some size, and why that is put up with. */
export interface ModelException {
    readonly scale: number;
    /** `<area>/<name>#<case>` */
    readonly cases: readonly string[];
    readonly reason: string;
}

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
 * Compares the plans of cases at a modelled scale with the plans of the same cases on rows at that scale. A difference is
 * an error unless an exception names it, and an exception that names none is stale.
 *
 * @param modelled one plan a case, in the order of `cases`; `loaded` likewise
 */
export function compareModel(
    scale: number,
    cases: readonly BoundCase[],
    modelled: readonly ModelledPlan[],
    loaded: readonly ModelledPlan[],
    exceptions: readonly ModelException[],
): ModelComparison {
    const unequal = cases.flatMap(({ query, case: one }, i) => {
        const [model, real] = [modelled[i], loaded[i]];
        if (model === undefined || real === undefined) return [];
        const equal = sameLines(model.tree, real.tree);
        return equal ? [] : [{ query: query.id, case: one.name, model, real }];
    });
    const queries = new Set(cases.map(({ query }) => query.id)).size;
    const equalQueries = queries - new Set(unequal.map(({ query }) => query)).size;
    const ofScale = exceptions.filter((exception) => exception.scale === scale);
    const differences = unequal.map((one): Finding => {
        const subject = subjectOf(one);
        const reason = ofScale.find((exception) => exception.cases.includes(subject))?.reason;
        return {
            code: "model-differs",
            severity: reason === undefined ? "error" : "warning",
            subject,
            message: `the plan of the loaded rows at scale ${scale} is another than the modelled one${reason === undefined ? "" : ` (${reason})`}`,
            detail: [...section("loaded", one.real), ...section("modelled", one.model)].join("\n"),
        };
    });
    return {
        scale,
        cases: cases.length,
        equalCases: cases.length - unequal.length,
        queries,
        equalQueries,
        findings: [...differences, ...staleExceptions(ofScale, unequal.map(subjectOf))],
    };
}

function staleExceptions(ofScale: readonly ModelException[], unequal: readonly string[]): Finding[] {
    return ofScale.flatMap(({ scale, cases }) =>
        cases
            .filter((subject) => !unequal.includes(subject))
            .map((subject) => ({
                code: "model-exception-stale",
                severity: "warning",
                subject,
                message: `it is planned as modelled at scale ${scale}, or is no case any more: remove the exception`,
            })),
    );
}

function section(what: string, { tree, cost, rows }: ModelledPlan): string[] {
    return [`${what}, cost ${cost}, ${counted(rows, "row")} expected`, ...tree.map((line) => `    ${line}`)];
}
