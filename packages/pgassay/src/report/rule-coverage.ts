import { compareText, type Finding } from "../core/finding.ts";
import type { RuleCoverage, RuleQuestion } from "../core/rule-coverage.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { renderFindings } from "./findings.ts";
import { painter, type RenderOptions } from "./paint.ts";

const questions: readonly RuleQuestion[] = ["asserted", "accepts", "refuses"];

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
    const row = (name: string, of: readonly RuleCoverage[]): string[] => [
        name,
        String(of.length),
        ...questions.map((question) => {
            const asked = of.filter((rule) => rule[question].state !== "not asked");
            if (asked.length === 0) return "–";
            const shown = asked.filter((rule) => rule[question].state === "shown").length;
            return paint(shown === asked.length ? "green" : "red", `${shown}/${asked.length}`);
        }),
    ];
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
