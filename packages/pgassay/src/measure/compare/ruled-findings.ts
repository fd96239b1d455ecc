import type { Comparison } from "../../core/comparison.ts";
import {
    checkWaivers,
    comparisonFindingCodes,
    underRules,
    waiversOf,
    type FindingRules,
    type Waiver,
} from "../../core/finding-policy.ts";
import { sortFindings, type Finding } from "../../core/finding.ts";
import { findingsOf } from "./findings-of-comparison.ts";

/** The findings of a comparison as a configuration wants them to weigh, and what is wrong with its waivers of them. */
export function ruledFindingsOf(comparison: Comparison, rules: FindingRules, today: Date): Finding[] {
    const found = findingsOf(comparison);
    const waivers = waiversOf(rules.waivers, comparisonFindingCodes);
    // Where nothing was timed, or no time counts, nothing could have become slower.
    const isTimed = comparison.timesDoubted === undefined && comparison.cases.some(({ time }) => time !== undefined);
    const isLookedFor = ({ finding }: Waiver): boolean => finding !== "became-slower" || isTimed;
    return sortFindings([
        ...underRules(found, { ...rules, waivers }, today),
        ...checkWaivers(waivers, found, today, isLookedFor),
    ]);
}
