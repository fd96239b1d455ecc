import type { Finding } from "../../core/finding.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import { subjectOf } from "../../core/run-record.ts";
import { inPlanningSession } from "../explain.ts";
import { causeOf } from "./cause.ts";
import type { Cause } from "./cause.ts";
import { compareWithGoldens } from "./compare.ts";
import type { ChangedCase } from "./compare.ts";
import { readFacts, readIndexes, readPlannerSettings } from "./facts.ts";
import { readGoldens } from "./golden-files.ts";
import { majorVersion } from "./plan-run.ts";
import type { PlanRun } from "./plan-run.ts";
import { statementFacts } from "./statement.ts";
import { changedSubtree, renderSubtree } from "./subtree.ts";

/** The plans of a run held against the accepted ones. */
export interface Judgement {
    /** Those of the run, each with how it compares and with what was found about it. */
    readonly results: readonly PlanResult[];
    /** Findings that belong to no case of the run. */
    readonly others: readonly Finding[];
}

/** Holds the plans of a run against the goldens of a directory, and finds out why a plan changed. */
export async function judgePlans(directory: string, run: PlanRun): Promise<Judgement> {
    const goldens = await readGoldens(directory);
    const tables = run.results.flatMap((result) => result.tables);
    const { settings, indexes } = await inPlanningSession(run.database, [], async (client) => ({
        settings: await readPlannerSettings(client),
        indexes: await readIndexes(client, tables),
    }));
    const definitions = new Map(indexes.map(({ name, definition }) => [name, definition]));
    const { findings, changed, accepted } = compareWithGoldens(run, goldens, settings, definitions);
    const changes: Finding[] = [];
    for (const one of changed) changes.push(await changeFinding(run, one, settings));
    const all = [...findings, ...changes];
    const subjects = new Set(run.results.map(subjectOf));
    return {
        results: run.results.map((result) => {
            const subject = subjectOf(result);
            const isChanged = changed.some((one) => subjectOf(one.result) === subject);
            return {
                ...result,
                golden: isChanged ? "changed" : accepted.has(subject) ? "accepted" : "none",
                findings: [...result.findings, ...all.filter((finding) => finding.subject === subject)],
            };
        }),
        others: all.filter(({ subject }) => !subjects.has(subject)),
    };
}

async function changeFinding(
    run: PlanRun,
    changed: ChangedCase,
    settings: ReadonlyMap<string, string>,
): Promise<Finding> {
    const { bound, result, accepted, golden, redefined } = changed;
    const statement = statementFacts(bound.query.text);
    const known = [...golden.evidence.keys()].map((about) => about.replace(/^.* of /, ""));
    const facts = await inPlanningSession(run.database, [], (client) =>
        readFacts(
            client,
            [...new Set([...result.tables, ...accepted.rows.keys()])],
            [...statement.relations, ...known],
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
    return accepted.tree.join("\n") === result.tree.join("\n");
}

function redefinition(names: readonly string[]): Cause {
    const clause = ` because index ${names.join(" and ")} is another one`;
    return { clause, evidence: "the tree is the same, and reads something else" };
}
