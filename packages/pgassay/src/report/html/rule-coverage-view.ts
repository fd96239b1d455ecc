import { compareText } from "../../core/finding.ts";
import type { RuleCoverage, RuleQuestion } from "../../core/rule-coverage.ts";
import type { RuleCoverageView, RuleShares } from "./report-data.ts";

const questions: readonly RuleQuestion[] = ["asserted", "accepts", "refuses"];

/** Rules by the table or type they belong to, those with the most holes first, and the rules that have any. */
export function ruleCoverageView(rules: readonly RuleCoverage[]): RuleCoverageView {
    const names = [...new Set(rules.map(({ owner }) => owner))];
    const owners = names.map((name) => {
        const own = rules.filter(({ owner }) => owner === name);
        return { name, rules: own.length, shares: sharesOf(own) };
    });
    const holes = ({ shares }: (typeof owners)[number]): number =>
        questions.reduce((sum, question) => sum + shares[question].asked - shares[question].shown, 0);
    return {
        shares: sharesOf(rules),
        rules: rules.length,
        owners: owners.toSorted((a, b) => holes(b) - holes(a) || compareText(a.name, b.name)),
        holes: rules.filter((rule) => questions.some((question) => rule[question].state === "missing")),
    };
}

function sharesOf(rules: readonly RuleCoverage[]): RuleShares {
    const share = (question: RuleQuestion): RuleShares[RuleQuestion] => {
        const states = rules.map((rule) => rule[question].state).filter((state) => state !== "not asked");
        return { asked: states.length, shown: states.filter((state) => state === "shown").length };
    };
    return { asserted: share("asserted"), accepts: share("accepts"), refuses: share("refuses") };
}
