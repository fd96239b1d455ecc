import { inWords } from "../../core/scales.ts";
import type { Finding } from "../../core/finding.ts";
import type { Golden } from "../../core/golden.ts";
import { subjectOf } from "../../core/run-record.ts";
import type { PlanRun } from "./plan-run.ts";

/**
 * Modelled plans that are not accepted, and accepted ones at scales that nobody asks for any more. Whether a plan is the
 * accepted one is found out where it is modelled.
 */
export function compareModelled(run: PlanRun, goldens: ReadonlyMap<string, Golden>): Finding[] {
    const { modelled } = run;
    if (modelled === undefined) return [];
    const missing = modelled.cases.flatMap((one) => {
        const accepted = scalesOf(goldens.get(one.query), one.case);
        const scales = one.plans.map(({ scale }) => scale).filter((scale) => !accepted.includes(scale));
        if (scales.length === 0) return [];
        const message = `no plan is accepted at the modelled ${inWords(scales)}; look at it, and accept it with \`pgassay plan ${one.query} --accept\``;
        return [{ code: "golden-missing", severity: "error" as const, subject: subjectOf(one), message }];
    });
    const planned = new Set(run.cases.map(({ query }) => query.id));
    const stale = [...goldens.values()].flatMap((golden) => {
        const scales = [...new Set(golden.modelled.flatMap(({ plans }) => plans.map(({ scale }) => scale)))];
        const unnamed = scales.filter((scale) => !modelled.scales.includes(scale));
        if (unnamed.length === 0 || !planned.has(golden.query)) return [];
        const message = `plans are accepted at the modelled ${inWords(unnamed)}, which the configuration does not name; \`pgassay plan --accept\` removes them`;
        return [{ code: "golden-stale", severity: "error" as const, subject: golden.query, message }];
    });
    return [...missing, ...stale];
}

function scalesOf(golden: Golden | undefined, name: string): readonly number[] {
    return golden?.modelled.find((one) => one.name === name)?.plans.map(({ scale }) => scale) ?? [];
}
