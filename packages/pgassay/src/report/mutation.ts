import { counted } from "../core/counted.ts";
import { compareText, type Finding } from "../core/finding.ts";
import { scoreOf, type MutantResult, type MutationRun } from "../core/mutation-run.ts";
import { drawTable, type Column } from "./draw-table.ts";
import { renderFindings } from "./findings.ts";
import { painter, type RenderOptions } from "./paint.ts";

const columns: readonly Column[] = [
    { title: "killed", align: "right" },
    { title: "survived", align: "right" },
    { title: "accepted", align: "right", goes: 2 },
    { title: "not scored", align: "right", goes: 1 },
    { title: "score", align: "right" },
];

/** The score by class and by table, what was not scored and why, the findings, and the whole score as the last line. */
export function renderMutation(run: MutationRun, findings: readonly Finding[], options: RenderOptions): string {
    const paint = painter(options);
    const { killed, survived, accepted, score } = scoreOf(run.mutants);
    const perSecond = (run.mutants.length / Math.max(run.durationMs, 1)) * 1000;
    const fate = `${killed} killed, ${survived} survived (${accepted} accepted): ${percent(score)}`;
    const parts = [
        scoreTable(
            "class",
            groupBy(run.mutants, (mutant) => mutant.class),
            options,
        ),
        scoreTable(
            "table",
            groupBy(run.mutants, (mutant) => mutant.owner),
            options,
        ),
        renderUnscored(run.mutants),
        ...run.cloneFiles.map(({ file, reason }) => `${file} had a database of its own for each mutant: ${reason}\n`),
        renderFindings(findings, options),
        `${counted(run.mutants.length, "mutant")}, ${counted(run.testFiles, "test file")}, ${perSecond.toFixed(1)} mutants a second\n` +
            paint(findings.length === 0 ? "green" : "red", fate),
    ];
    return parts.filter((part) => part !== "").join("\n");
}

function scoreTable(
    title: string,
    groups: ReadonlyMap<string, readonly MutantResult[]>,
    options: RenderOptions,
): string {
    const paint = painter(options);
    const rows = [...groups].map(([name, mutants]) => {
        const { killed, survived, accepted, unscored, score } = scoreOf(mutants);
        const shown = survived > accepted ? paint("red", percent(score)) : percent(score);
        return [
            name,
            ...[killed, survived, accepted, unscored].map((count) => (count === 0 ? "" : String(count))),
            shown,
        ];
    });
    return drawTable([{ title }, ...columns], rows, options);
}

/** A line for each reason why mutants are no part of the score. */
function renderUnscored(mutants: readonly MutantResult[]): string {
    const reasons = groupBy(mutants, ({ verdict }) => {
        if (verdict.kind === "killed" || verdict.kind === "survived") return "";
        // Reasons of these name objects; what they have in common is their kind.
        if (verdict.kind === "duplicate" || verdict.kind === "equivalent" || verdict.kind === "weak")
            return verdict.kind;
        return `${verdict.kind}: ${verdict.kind === "stillborn" ? verdict.sqlstate : verdict.reason}`;
    });
    reasons.delete("");
    if (reasons.size === 0) return "";
    const lines = [...reasons].map(([reason, of]) => `${String(of.length).padStart(6)} ${reason}\n`);
    return `not scored\n${lines.join("")}`;
}

/** Groups in the order of their names. */
function groupBy(
    mutants: readonly MutantResult[],
    nameOf: (mutant: MutantResult) => string,
): Map<string, readonly MutantResult[]> {
    const groups = new Map<string, MutantResult[]>();
    for (const mutant of mutants) {
        const group = groups.get(nameOf(mutant));
        if (group) group.push(mutant);
        else groups.set(nameOf(mutant), [mutant]);
    }
    return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
}

/** A score never rounds up to what it is not: 99.96 % is shown as 99.9 %. */
function percent(score: number | undefined): string {
    return score === undefined ? "–" : `${(Math.floor(score * 1000) / 10).toFixed(1)} %`;
}
