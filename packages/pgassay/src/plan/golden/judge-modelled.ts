import type { Finding } from "../../core/finding.ts";
import type { Golden } from "../../core/golden.ts";
import type { ScaledTree } from "../../core/modelled-plan.ts";
import type { BoundCase } from "../../core/query.ts";
import { subjectOf } from "../../core/run-record.ts";
import { sameLines } from "../../core/same-lines.ts";
import { inWords } from "../../core/scales.ts";
import type { Database } from "../../server/cluster.ts";
import { inPlanningSession, planAfter } from "../explain.ts";
import { tablesOf } from "../plan-names.ts";
import { planLines } from "../tree.ts";
import { aboutFigures } from "./about-figures.ts";
import { candidatesFor } from "./candidates.ts";
import type { Candidate } from "./candidates.ts";
import type { Cause } from "./cause.ts";
import { causeAmong, plansAsBefore, redefinition } from "./cause.ts";
import { definitionsOf, readFacts, readIndexes, readPlannerSettings, relationsKnown } from "./facts.ts";
import { readsIndex } from "./levers.ts";
import { argumentLines, majorVersion } from "./plan-run.ts";
import { servesTheSame } from "./same-index.ts";
import { statementFacts } from "./statement.ts";
import { changedSubtree, renderSubtree } from "./subtree.ts";

/** A case whose plan at one modelled scale is not the accepted one. */
export interface ModelledChange {
    readonly subject: string;
    readonly scale: number;
    /** What completes "the modelled plan changed". */
    readonly clause: string;
    readonly detail: string;
}

/** What modelled plans were made on. */
export interface ModelledGround {
    /** `server_version`: `18.4`. */
    readonly serverVersion: string;
    /** The dataset without its scale: `shop, seed 1`. */
    readonly dataset: string;
    /** A digest of what was captured of each table, by its name. */
    readonly figures: ReadonlyMap<string, string>;
}

/**
 * Holds the plans of one modelled scale against the goldens, and finds out why one differs while its database is there.
 * Nothing is sampled, so nothing wobbles: a plan is the accepted one, or it changed.
 *
 * @param plans one a case, in the order of `cases`
 */
export async function modelledChanges(
    database: Database,
    cases: readonly BoundCase[],
    plans: readonly ScaledTree[],
    ground: ModelledGround,
    goldens: ReadonlyMap<string, Golden>,
): Promise<ModelledChange[]> {
    const definitions = await inPlanningSession(database, [], async (client) => {
        return definitionsOf(await readIndexes(client, [...ground.figures.keys()]));
    });
    const changes: ModelledChange[] = [];
    for (const [i, bound] of cases.entries()) {
        const plan = plans[i];
        const golden = goldens.get(bound.query.id);
        const accepted = golden?.modelled
            .find(({ name }) => name === bound.case.name)
            ?.plans.find(({ scale }) => scale === plan?.scale);
        if (plan === undefined || golden === undefined || accepted === undefined) continue;
        // Those of the server's own tables are not captured, and nobody makes them anew.
        const redefined = [...golden.indexes].flatMap(([id, definition]) =>
            readsIndex(plan.tree, id) && !servesTheSame(definitions.get(id) ?? definition, definition) ? [id] : [],
        );
        const isSame = sameLines(plan.tree, accepted.tree);
        if (isSame && redefined.length === 0) continue;
        const cause = isSame
            ? redefinition(redefined)
            : await causeOfModelled(database, bound, golden, accepted, ground);
        changes.push({
            subject: subjectOf({ query: bound.query.id, case: bound.case.name }),
            scale: plan.scale,
            clause: cause.clause,
            detail: [...(isSame ? [] : [renderSubtree(changedSubtree(accepted.tree, plan.tree))]), cause.evidence].join(
                "\n",
            ),
        });
    }
    return changes;
}

/** A finding a change, in which scales that share it stand together. */
export function changeFindings(changes: readonly ModelledChange[]): Finding[] {
    const alike = new Map<string, ModelledChange[]>();
    for (const change of changes) {
        const key = JSON.stringify([change.subject, change.clause, change.detail]);
        alike.set(key, [...(alike.get(key) ?? []), change]);
    }
    return [...alike.values()].flatMap((same) => {
        const [one] = same;
        if (one === undefined) return [];
        const scales = inWords(same.map(({ scale }) => scale));
        const message = `the plan at the modelled ${scales} changed${one.clause}`;
        return [
            { code: "plan-changed", severity: "error" as const, subject: one.subject, message, detail: one.detail },
        ];
    });
}

async function causeOfModelled(
    database: Database,
    bound: BoundCase,
    golden: Golden,
    { scale, tree }: ScaledTree,
    { serverVersion, dataset, figures }: ModelledGround,
): Promise<Cause> {
    const { plan, context } = await planAfter(database, bound, []);
    const tables = tablesOf(planLines(plan, context), context.partitions);
    const statement = statementFacts(bound.query.text);
    const { facts, settings } = await inPlanningSession(database, [], async (client) => ({
        facts: await readFacts(
            client,
            tables,
            [...statement.relations, ...relationsKnown(golden)],
            statement.functions,
        ),
        settings: await readPlannerSettings(client),
    }));
    const captured = [...figures].map(([table, digest]) => [`${aboutFigures}${table}`, digest] as const);
    const change = {
        golden,
        accepted: {
            name: bound.case.name,
            scale,
            arguments: golden.cases.find(({ name }) => name === bound.case.name)?.arguments ?? argumentLines(bound),
            tree,
            alternatives: [],
            buffers: undefined,
            // Rows follow from what was captured.
            rows: new Map(),
        },
        bound,
        result: { tables },
        now: {
            server: majorVersion(serverVersion),
            dataset,
            settings,
            statement,
            facts: { ...facts, evidence: new Map([...facts.evidence, ...captured]) },
        },
    };
    return causeAmong(candidatesFor(change).map(withoutBuilding), tables, (undone) =>
        plansAsBefore(database, change, undone),
    );
}

/** To build an index or to analyze is to read a table, and here that is nothing but holes, of any length. */
function withoutBuilding(candidate: Candidate): Candidate {
    if (!candidate.undo?.some((sql) => /^(create|analyze) /i.test(sql))) return candidate;
    const { undo: _, ...rest } = candidate;
    return rest;
}
