import { compareText, sortFindings, type Finding } from "../../core/finding.ts";
import { savedBlocks, worthOf } from "../../core/index-coverage.ts";
import type { ReportInput } from "../../core/report-input.ts";
import { mutationView } from "./mutation-view.ts";
import { ruleCoverageView } from "./rule-coverage-view.ts";
import { shownQueries } from "./query-views.ts";
import type { CoverageView, ReportIndex } from "./report-data.ts";

/** The data of a report: what the page needs at once, and the rest in parts that it unpacks one by one. */
export interface ReportData {
    readonly index: Omit<ReportIndex, "chunks">;
    /** JSON values by name: `query:task/open_tasks`, `indexes`. */
    readonly chunks: ReadonlyMap<string, unknown>;
}

/**
 * Puts records together. Of several runs the newest is shown and the others are its past; of the other kinds the one
 * that was named last counts.
 *
 * @param pgassay the version that makes the report
 */
export function buildReport(input: ReportInput, pgassay: string): ReportData {
    const runs = input.runs.toSorted((a, b) => compareText(a.startedAt, b.startedAt));
    const newest = runs.at(-1);
    const findings = allFindings(input, newest?.findings ?? []);
    const queries = shownQueries(input, runs, findings);
    const comparison = input.comparisons.at(-1);
    const coverage = input.coverages.at(-1);
    const mutation = input.mutations.at(-1);
    const ruleCoverage = input.ruleCoverages.at(-1);
    const stress = input.stress.at(-1);
    const chunks = new Map<string, unknown>(queries.map(({ view }) => [`query:${view.id}`, view]));
    if (coverage) chunks.set("indexes", coverageView(coverage));
    if (stress) chunks.set("load", stress);
    if (mutation) chunks.set("mutants", mutationView(mutation));
    if (ruleCoverage) chunks.set("rules", ruleCoverageView(ruleCoverage.rules));
    return {
        index: {
            title: newest ? `${newest.dataset.name} at scale ${newest.dataset.scale}` : "pgassay",
            pgassay,
            ...(newest && { run: inBrief(newest) }),
            ...(comparison && { comparison: sidesOf(comparison.comparison) }),
            runs: runs.map(({ startedAt }) => startedAt),
            queries: queries.map(({ brief }) => brief),
            findings,
            ...(mutation && { mutationScore: mutation.score }),
            ...(coverage && { indexes: coverage.indexes.length }),
        },
        chunks,
    };
}

function coverageView({ indexes, proposed }: ReportInput["coverages"][0]): CoverageView {
    const views = proposed.map((index) => {
        const worth = worthOf(index);
        return { ...index, saved: savedBlocks(index), ...(worth !== undefined && { worth }) };
    });
    return { indexes, proposed: views };
}

function inBrief({
    verb,
    startedAt,
    server,
    dataset,
    machine,
}: ReportInput["runs"][0]): NonNullable<ReportIndex["run"]> {
    return { verb, startedAt, server, dataset, machine };
}

function sidesOf({
    base,
    head,
    timesDoubted,
}: ReportInput["comparisons"][0]["comparison"]): NonNullable<ReportIndex["comparison"]> {
    return { base, head, ...(timesDoubted !== undefined && { timesDoubted }) };
}

function allFindings(input: ReportInput, ofRun: readonly Finding[]): Finding[] {
    const { comparisons, coverages, mutations, ruleCoverages, modelled, stress } = input;
    const others = [comparisons, coverages, mutations, ruleCoverages, modelled, stress].flatMap(
        (records) => records.at(-1)?.findings ?? [],
    );
    const all = sortFindings([...ofRun, ...others, ...input.lint]);
    return all.filter((finding, i) => JSON.stringify(finding) !== JSON.stringify(all[i - 1]));
}
