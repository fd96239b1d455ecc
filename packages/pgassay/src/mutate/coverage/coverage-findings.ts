import type { Finding } from "../../core/finding.ts";
import type { RuleCoverage, RuleQuestion } from "../../core/rule-coverage.ts";

const questions: readonly { readonly question: RuleQuestion; readonly code: string }[] = [
    { question: "asserted", code: "rule-not-asserted" },
    { question: "accepts", code: "rule-not-passed" },
    { question: "refuses", code: "rule-not-met" },
];

/** Whether an acceptance is about coverage, and not about a mutant. */
export function acceptsHole(id: string): boolean {
    return questions.some(({ code }) => id.startsWith(`${code} `));
}

/**
 * What the tests do not show of rules, and acceptances of holes that are none.
 *
 * @param accepted reasons by id; the id of a hole is its code and the rule
 * @param isComplete whether `rules` holds every rule of the schema
 */
export function coverageFindings(
    rules: readonly RuleCoverage[],
    accepted: ReadonlyMap<string, string>,
    isComplete: boolean,
): Finding[] {
    const holes = rules.flatMap((coverage) =>
        questions.flatMap(({ question, code }): Finding[] => {
            const proof = coverage[question];
            if (proof.state !== "missing") return [];
            const detail = `-- would show it: ${proof.suggestion}`;
            return [{ code, severity: "error", subject: coverage.rule, message: proof.what, detail }];
        }),
    );
    const ids = new Set(holes.map(idOf));
    const known = new Set(rules.map(({ rule }) => rule));
    const stale = [...accepted.keys()].filter((id) => {
        if (!acceptsHole(id) || ids.has(id)) return false;
        return isComplete || known.has(id.slice(id.indexOf(" ") + 1));
    });
    return [
        ...holes.filter((hole) => !accepted.has(idOf(hole))),
        ...stale.map((subject): Finding => {
            return { code: "acceptance-stale", severity: "error", subject, message: "is accepted, and is no hole" };
        }),
    ];
}

function idOf({ code, subject }: Finding): string {
    return `${code} ${subject}`;
}
