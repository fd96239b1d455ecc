import { compareText, sortFindings, type Finding } from "../../core/finding.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import type { ReportInput } from "../../core/report-input.ts";
import { subjectOf, type LatencyResult, type RunRecord } from "../../core/run-record.ts";
import { historyOf } from "./history-view.ts";
import { caseView, changesOf, type CaseFacts } from "./case-view.ts";
import { standings } from "./report-data.ts";
import type { CaseView, QueryInBrief, QueryView, Standing } from "./report-data.ts";
import { trendsOf } from "./trend.ts";

/** A query, as a line of the overview and as a page. */
export interface ShownQuery {
    readonly brief: QueryInBrief;
    readonly view: QueryView;
}

/**
 * Every query that a record names, the worst first.
 *
 * @param runs the oldest first; the last one is shown
 */
export function shownQueries(
    input: ReportInput,
    runs: readonly RunRecord[],
    findings: readonly Finding[],
): ShownQuery[] {
    const facts = caseFacts(input, runs, findings);
    const texts = new Map(runs.flatMap(({ queries = [] }) => queries.map((query) => [query.id, query])));
    const shown = [...facts].map(([id, cases]): ShownQuery => {
        const views = cases.map(caseView);
        const own = sortFindings(findings.filter(({ subject }) => subject === id));
        const text = texts.get(id);
        const standing = worstOf([...views.map((view) => view.standing), ...own.map(({ severity }) => severity)]);
        const marks = [
            ...sortFindings([...own, ...views.flatMap((view) => view.findings)]).map(({ code }) => code),
            ...cases.flatMap(changesOf),
        ];
        return {
            brief: {
                id,
                about: text?.about ?? "",
                standing,
                marks: [...new Set(marks)],
                cases: cases.length,
                ...nearestToTarget(views),
                ...nearestToBudget(views),
                trend: slowestTrend(views),
            },
            view: {
                id,
                about: text?.about ?? "",
                ...(text && { file: text.file, text: text.text }),
                findings: own,
                cases: views,
            },
        };
    });
    const rank = ({ brief }: ShownQuery): number => standings.indexOf(brief.standing);
    return shown.sort((a, b) => rank(a) - rank(b) || compareText(a.brief.id, b.brief.id));
}

/** What all records say of each case, by query. */
function caseFacts(
    { comparisons, coverages, modelled, history }: ReportInput,
    runs: readonly RunRecord[],
    findings: readonly Finding[],
): Map<string, CaseFacts[]> {
    const newest = runs.at(-1);
    const now = bySubject(newest?.plans ?? []);
    const times = bySubject<LatencyResult>(newest?.latencies ?? []);
    const compared = bySubject(comparisons.flatMap(({ comparison }) => comparison.cases));
    const sizes = bySubject([...(newest?.modelled ?? []), ...modelled.flatMap(({ cases }) => cases)]);
    const earlier = runs.slice(0, -1).map(({ startedAt, plans }) => ({ startedAt, plans: bySubject(plans) }));
    const trend = trendsOf(runs);
    const nights = historyOf(history);
    const measured = bySubject(history.flatMap((run) => run.cases));
    const effects = coverages.flatMap(({ indexes }) =>
        indexes.flatMap((index) => index.serves.map((effect) => ({ index: index.name, ...effect }))),
    );
    const needs = grouped(effects, subjectOf);
    const before = (subject: string): CaseFacts["before"] => {
        const base = compared.get(subject)?.base;
        if (base) return { from: comparisons.at(-1)?.comparison.base ?? "the base", plan: base };
        const run = earlier.findLast(({ plans }) => plans.has(subject));
        const plan = run?.plans.get(subject);
        return run && plan && { from: `the run of ${run.startedAt.replace("T", " ").slice(0, 16)} UTC`, plan };
    };
    const cases = new Map(
        [...now, ...times, ...compared, ...sizes, ...measured].map(([subject, one]) => [subject, one]),
    );
    const facts = [...cases].map(([subject, one]) => ({
        query: one.query,
        name: one.case,
        plan: now.get(subject) ?? compared.get(subject)?.head,
        before: before(subject),
        latency: times.get(subject),
        comparison: compared.get(subject),
        modelled: sizes.get(subject),
        findings: findings.filter((finding) => finding.subject === subject),
        trend: trend(subject),
        history: nights(subject),
        needs: needs.get(subject) ?? [],
    }));
    return grouped(facts, ({ query }) => query);
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const one of all) {
        const group = groups.get(keyOf(one));
        if (group) group.push(one);
        else groups.set(keyOf(one), [one]);
    }
    return groups;
}

function bySubject<T extends Pick<PlanResult, "query" | "case">>(results: readonly T[]): Map<string, T> {
    return new Map(results.map((result) => [subjectOf(result), result]));
}

function worstOf(all: readonly Standing[]): Standing {
    return standings.find((standing) => all.includes(standing)) ?? "fine";
}

function nearestToTarget(views: readonly CaseView[]): Pick<QueryInBrief, "latency"> {
    const timed = views.flatMap(({ latency }) => latency ?? []);
    const worst = timed.toSorted((a, b) => b.p95Ms / b.targetMs - a.p95Ms / a.targetMs)[0];
    return worst ? { latency: { p95Ms: worst.p95Ms, targetMs: worst.targetMs } } : {};
}

function nearestToBudget(views: readonly CaseView[]): Pick<QueryInBrief, "blocks"> {
    const planned = views.flatMap(({ plan }) => plan ?? []);
    const share = (plan: (typeof planned)[number]): number => plan.blocks / (plan.budget ?? Infinity);
    const worst = planned.toSorted((a, b) => share(b) - share(a) || b.blocks - a.blocks)[0];
    if (!worst) return {};
    return { blocks: { touched: worst.blocks, ...(worst.budget !== undefined && { budget: worst.budget }) } };
}

function slowestTrend(views: readonly CaseView[]): QueryInBrief["trend"] {
    const last = ({ trend }: CaseView): number => trend.p50Ms.findLast((value) => value !== null) ?? 0;
    return views.toSorted((a, b) => last(b) - last(a))[0]?.trend.p50Ms ?? [];
}
