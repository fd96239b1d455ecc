import type { Finding } from "../../core/finding.ts";
import type { Golden, GoldenCase } from "../../core/golden.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import type { BoundCase } from "../../core/query.ts";
import { subjectOf } from "../../core/run-record.ts";
import { sameLines } from "../../core/same-lines.ts";
import { compareModelled } from "./compare-modelled.ts";
import { servesTheSame } from "./same-index.ts";
import { argumentLines, majorVersion } from "./plan-run.ts";
import type { PlanRun } from "./plan-run.ts";
import { statementFacts } from "./statement.ts";

/** What a plan is compared by. */
export type PlannedCase = Pick<PlanResult, "query" | "case" | "tree" | "indexes" | "tables">;

/** A case whose plan is not the accepted one. */
export interface ChangedCase<Result extends PlannedCase = PlanResult> {
    readonly golden: Golden;
    readonly accepted: GoldenCase;
    readonly bound: BoundCase;
    readonly result: Result;
    /** Indexes of one name that are other indexes now. Where there are some, the trees may be equal. */
    readonly redefined: readonly string[];
}

export interface Comparison {
    /** All but the changes of plans. */
    readonly findings: readonly Finding[];
    readonly changed: readonly ChangedCase[];
    /** How each case that has an accepted plan compares with it, by its name in findings. */
    readonly standings: ReadonlyMap<string, Exclude<PlanResult["golden"], "none">>;
}

/**
 * Compares the plans of a run with the accepted ones of the same scale. At a scale other than 1 of which no query has
 * an accepted plan, nothing is missing.
 *
 * @param settings the planner's, as `readPlannerSettings` reads them
 * @param definitions those of the indexes there are, by id
 */
export function compareWithGoldens(
    run: PlanRun,
    goldens: ReadonlyMap<string, Golden>,
    settings: ReadonlyMap<string, string>,
    definitions: ReadonlyMap<string, string>,
): Comparison {
    const findings: Finding[] = [];
    const changed: ChangedCase[] = [];
    const standings = new Map<string, Exclude<PlanResult["golden"], "none">>();
    const scales = new Set([1, ...[...goldens.values()].flatMap(({ cases }) => cases.map(({ scale }) => scale))]);
    for (const [i, bound] of run.cases.entries()) {
        const result = run.results[i];
        if (!result) continue;
        const subject = subjectOf(result);
        const standing = standingOf(bound, result, { goldens, scale: run.scale, definitions });
        if (!standing) {
            if (scales.has(run.scale)) findings.push(missing(subject, result.query, run.scale));
            continue;
        }
        standings.set(subject, standing.kind);
        if (standing.kind === "changed") changed.push(standing.changed);
        else findings.push(...checkQuery(standing.golden, standing.accepted, bound, subject));
    }
    const compared = [...goldens.values()].filter(({ query }) => run.cases.some((bound) => bound.query.id === query));
    findings.push(
        ...compareModelled(run, goldens),
        ...findStale(run, goldens),
        ...findOtherGround(run, compared, settings),
    );
    return { findings: onceEach(findings), changed, standings };
}

/** What plans are held against. */
export interface AcceptedPlans {
    readonly goldens: ReadonlyMap<string, Golden>;
    readonly scale: number;
    /** Those of the indexes there are, by id. */
    readonly definitions: ReadonlyMap<string, string>;
}

type Standing<Result extends PlannedCase> =
    | { readonly kind: "changed"; readonly changed: ChangedCase<Result> }
    | { readonly kind: "accepted" | "tied"; readonly golden: Golden; readonly accepted: GoldenCase };

/** How a case stands to its accepted plan; undefined where it has none at this scale. */
export function standingOf<Result extends PlannedCase>(
    bound: BoundCase,
    result: Result,
    { goldens, scale, definitions }: AcceptedPlans,
): Standing<Result> | undefined {
    const golden = goldens.get(result.query);
    const accepted = golden?.cases.find((one) => one.name === result.case && one.scale === scale);
    if (!golden || !accepted) return undefined;
    // The same name is not the same index.
    const redefined = result.indexes.filter(
        (name) => golden.indexes.has(name) && !servesTheSame(golden.indexes.get(name), definitions.get(name)),
    );
    const place = [accepted.tree, ...accepted.alternatives].findIndex((tree) => sameLines(tree, result.tree));
    if (redefined.length > 0 || place === -1)
        return { kind: "changed", changed: { golden, accepted, bound, result, redefined } };
    return { kind: place === 0 ? "accepted" : "tied", golden, accepted };
}

function missing(subject: string, query: string, scale: number): Finding {
    return {
        code: "golden-missing",
        severity: "error",
        subject,
        message: `no plan is accepted at scale ${scale}; look at it, and accept it with \`pgassay plan ${query} --accept\``,
    };
}

/** The plan is the same, or as good, but not what it is the plan of. */
export function checkQuery(golden: Golden, one: GoldenCase, bound: BoundCase, subject: string): Finding[] {
    const changes = [
        ...(statementFacts(bound.query.text).digest === golden.statement
            ? []
            : [{ subject: golden.query, what: "the statement" }]),
        ...(sameLines(argumentLines(bound), one.arguments) ? [] : [{ subject, what: "arguments of the case" }]),
    ];
    return changes.map((change) => ({
        code: "golden-query-changed",
        severity: "warning",
        subject: change.subject,
        message: `${change.what} changed since the plan was accepted, and the plan did not; accept it anew`,
    }));
}

/** Goldens of queries and cases that are gone; those of queries that this run leaves out are not looked at. */
function findStale(run: PlanRun, goldens: ReadonlyMap<string, Golden>): Finding[] {
    const queries = new Map(run.known.map((query) => [query.id, query]));
    const planned = new Set(run.cases.map(({ query }) => query.id));
    return [...goldens.values()].flatMap(({ query: id, cases, modelled }) => {
        const query = queries.get(id);
        if (!query) return run.isWhole ? [stale(id, "query")] : [];
        if (!planned.has(id)) return [];
        const names = new Set(query.cases.map(({ name }) => name));
        const gone = new Set([...cases, ...modelled].map(({ name }) => name).filter((name) => !names.has(name)));
        return [...gone].map((name) => stale(subjectOf({ query: id, case: name }), "case"));
    });
}

function stale(subject: string, what: string): Finding {
    return {
        code: "golden-stale",
        severity: "error",
        subject,
        message: `a plan is accepted, but there is no such ${what}; \`pgassay plan --accept\` removes it`,
    };
}

/** Server, dataset and settings are the same for all queries, so each difference is told once. */
function findOtherGround(run: PlanRun, goldens: readonly Golden[], settings: ReadonlyMap<string, string>): Finding[] {
    const server = majorVersion(run.serverVersion);
    return goldens.flatMap((golden): Finding[] => {
        const findings: Finding[] = [];
        if (golden.server !== server) {
            const message = otherwise(`PostgreSQL ${server}`, `PostgreSQL ${golden.server}`);
            findings.push({ code: "golden-server-changed", severity: "warning", subject: "server", message });
        }
        if (golden.dataset !== run.dataset) {
            const message = otherwise(run.dataset, golden.dataset);
            findings.push({ code: "golden-dataset-changed", severity: "warning", subject: "dataset", message });
        }
        for (const name of new Set([...golden.settings.keys(), ...settings.keys()])) {
            const [was, is] = [golden.settings.get(name), settings.get(name)];
            if (was === is) continue;
            const message = otherwise(is ?? "what is built in", was ?? "what is built in");
            findings.push({ code: "golden-settings-changed", severity: "warning", subject: name, message });
        }
        return findings;
    });
}

function otherwise(is: string, was: string): string {
    return `it is ${is}, and plans were accepted with ${was}`;
}

function onceEach(findings: readonly Finding[]): Finding[] {
    return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}
