import { compareText } from "../../core/finding.ts";
import { ruleQuestions, sharesOf, type RuleCoverage } from "../../core/rule-coverage.ts";
import type { RuleCoverageView } from "./report-data.ts";

/** Rules by the table or type they belong to, those with the most holes first, and the rules that have any. */
export function ruleCoverageView(rules: readonly RuleCoverage[]): RuleCoverageView {
    const names = [...new Set(rules.map(({ owner }) => owner))];
    const owners = names.map((name) => {
        const own = rules.filter(({ owner }) => owner === name);
        return { name, rules: own.length, shares: sharesOf(own) };
    });
    const holes = ({ shares }: (typeof owners)[number]): number =>
        ruleQuestions.reduce((sum, question) => sum + shares[question].asked - shares[question].shown, 0);
    return {
        shares: sharesOf(rules),
        rules: rules.length,
        owners: owners.toSorted((a, b) => holes(b) - holes(a) || compareText(a.name, b.name)),
        holes: rules.filter((rule) => ruleQuestions.some((question) => rule[question].state === "missing")),
    };
}
