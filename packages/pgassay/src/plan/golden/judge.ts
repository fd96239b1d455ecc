import type pg from "pg";
import type { Finding } from "../../core/finding.ts";
import type { Golden } from "../../core/golden.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import { subjectOf } from "../../core/run-record.ts";
import { sameLines } from "../../core/same-lines.ts";
import { inPlanningSession } from "../explain.ts";
import { readPartitions } from "../partitions.ts";
import { causeOf, redefinition } from "./cause.ts";
import { checkQuery, compareWithGoldens } from "./compare.ts";
import type { ChangedCase, PlannedCase } from "./compare.ts";
import { definitionsOf, readFacts, readIndexes, readPlannerSettings, relationsKnown } from "./facts.ts";
import { readsIndex } from "./levers.ts";
import { majorVersion } from "./plan-run.ts";
import type { PlanRun } from "./plan-run.ts";
import { statementFacts } from "./statement.ts";
import { tieWith } from "./tie.ts";
import type { Tie } from "./tie.ts";
import { changedSubtree, renderSubtree } from "./subtree.ts";

/** The plans of a run held against the accepted ones. */
export interface Judgement {
    /** Those of the run, each with how it compares and with what was found about it. */
    readonly results: readonly PlanResult[];
    /** Findings that belong to no case of the run. */
    readonly others: readonly Finding[];
}

/**
 * Holds the plans of a run against the accepted ones, and finds out why a plan changed.
 *
 * @param goldens by query; where a project accepts no plans there is nothing to say of any
 */
export async function judgePlans(goldens: ReadonlyMap<string, Golden> | undefined, run: PlanRun): Promise<Judgement> {
    if (goldens === undefined) return { results: run.results, others: [] };
    const tables = run.results.flatMap((result) => result.tables);
    const { settings, indexes } = await inPlanningSession(run.database, [], async (client) => ({
        settings: await readPlannerSettings(client),
        indexes: await readIndexes(client, tables),
    }));
    const compared = compareWithGoldens(run, goldens, settings, definitionsOf(indexes));
    const standings = new Map(compared.standings);
    const changes: Finding[] = [];
    for (const one of compared.changed) {
        const tie = await inPlanningSession(run.database, [], (client) => tieOf(client, one));
        if (tie === undefined) changes.push(await changeFinding(run, one, settings));
        else {
            standings.set(subjectOf(one.result), "tied");
            changes.push(...tieFindings(one, tie));
        }
    }
    const all = [...compared.findings, ...changes];
    const subjects = new Set(run.results.map(subjectOf));
    return {
        results: run.results.map((result) => {
            const subject = subjectOf(result);
            return {
                ...result,
                golden: standings.get(subject) ?? "none",
                findings: [...result.findings, ...all.filter((finding) => finding.subject === subject)],
            };
        }),
        others: all.filter(({ subject }) => !subjects.has(subject)),
    };
}

/** Whether the accepted plan would be as good as the one of a case, in a planning session. */
export async function tieOf(
    client: pg.Client,
    { golden, bound, result, accepted, redefined }: ChangedCase<PlannedCase>,
): Promise<Tie | undefined> {
    // An accepted plan that read another index under the same name, or one that is gone, is not to be had.
    if (redefined.length > 0) return undefined;
    const tables = [...new Set([...result.tables, ...accepted.rows.keys()])];
    const [partitions, indexes] = [await readPartitions(client), await readIndexes(client, tables)];
    const isGone = (id: string): boolean => !indexes.some((index) => index.id === id && index.isValid);
    if ([...golden.indexes.keys()].some((id) => readsIndex(accepted.tree, id) && isGone(id))) return undefined;
    return tieWith(accepted.tree, { client, bound, partitions, tables, indexes });
}

function tieFindings({ golden, accepted, bound, result }: ChangedCase, { costRatio }: Tie): Finding[] {
    const subject = subjectOf(result);
    const message = `the plan is not the accepted one, which ${inWords(costRatio)}: a tie`;
    const detail = renderSubtree(changedSubtree(accepted.tree, result.tree));
    return [
        { code: "plan-tied", severity: "warning", subject, message, detail },
        ...checkQuery(golden, accepted, bound, subject),
    ];
}

function inWords(costRatio: number | undefined): string {
    if (costRatio === undefined) return "comes back when the tables are analyzed again";
    const percent = ((costRatio - 1) * 100).toFixed(1);
    return Number(percent) <= 0 ? "would cost the same" : `would cost ${percent} % more`;
}

async function changeFinding(
    run: PlanRun,
    changed: ChangedCase,
    settings: ReadonlyMap<string, string>,
): Promise<Finding> {
    const { bound, result, accepted, golden, redefined } = changed;
    const statement = statementFacts(bound.query.text);
    const facts = await inPlanningSession(run.database, [], (client) =>
        readFacts(
            client,
            [...new Set([...result.tables, ...accepted.rows.keys()])],
            [...statement.relations, ...relationsKnown(golden)],
            statement.functions,
        ),
    );
    const server = majorVersion(run.serverVersion);
    const now = { server, dataset: run.dataset, settings, statement, facts };
    const cause = isSameTree(changed) ? redefinition(redefined) : await causeOf(run.database, { ...changed, now });
    return {
        code: "plan-changed",
        severity: "error",
        subject: subjectOf(result),
        message: `the plan changed${cause.clause}`,
        detail: [
            ...(isSameTree(changed) ? [] : [renderSubtree(changedSubtree(accepted.tree, result.tree))]),
            ...redefined.flatMap((name) => [
                `- ${golden.indexes.get(name)}`,
                `+ ${facts.indexes.find((index) => index.name === name)?.definition}`,
            ]),
            cause.evidence,
        ].join("\n"),
    };
}

function isSameTree({ accepted, result }: ChangedCase): boolean {
    return sameLines(accepted.tree, result.tree);
}
