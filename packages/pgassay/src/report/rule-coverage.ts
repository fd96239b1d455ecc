import { compareText, type Finding } from "../core/finding.ts";
import { ruleQuestions, sharesOf, type RuleCoverage } from "../core/rule-coverage.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { renderFindings } from "./findings.ts";
import { painter, type RenderOptions } from "./paint.ts";

const columns: readonly Column[] = [
    { title: "class" },
    { title: "rules", align: "right" },
    { title: "asserted", align: "right" },
    { title: "lets pass", align: "right" },
    { title: "refuses", align: "right" },
];

/** By class of rule, of how many the tests show each of the three things; then the holes. */
export function renderRuleCoverage(
    rules: readonly RuleCoverage[],
    findings: readonly Finding[],
    options: RenderOptions,
): string {
    const paint = painter(options);
    const classes = [...new Set(rules.map((rule) => rule.class))].toSorted(compareText);
    const row = (name: string, of: readonly RuleCoverage[]): string[] => {
        const shares = sharesOf(of);
        const cells = ruleQuestions.map((question) => {
            const { asked, shown } = shares[question];
            return asked === 0 ? "–" : paint(shown === asked ? "green" : "red", `${shown}/${asked}`);
        });
        return [name, String(of.length), ...cells];
    };
    const rows = classes.map((name) =>
        row(
            name,
            rules.filter((rule) => rule.class === name),
        ),
    );
    const shown = drawTable(columns, [...rows, row("all", rules)], options);
    const found = renderFindings(findings, options);
    return found === "" ? shown : `${shown}\n${found}`;
}
