import pg from "pg";
import { workChanges, type CaseCause } from "../../core/comparison.ts";
import { PgassayError } from "../../core/errors.ts";
import type { Golden } from "../../core/golden.ts";
import type { PlanResult } from "../../core/plan-result.ts";
import { silent } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import { quoteName } from "../../core/quote.ts";
import { sameLines } from "../../core/same-lines.ts";
import { assayPlans } from "../../plan/assay.ts";
import { inPlanningSession } from "../../plan/explain.ts";
import { candidatesFor, type Candidate, type Change } from "../../plan/golden/candidates.ts";
import { causeAmong, plansAsBefore } from "../../plan/golden/cause.ts";
import { definitionsOf, readFacts, readPlannerSettings, type Facts } from "../../plan/golden/facts.ts";
import { believeRows, splitName } from "../../plan/golden/levers.ts";
import { argumentLines } from "../../plan/golden/plan-run.ts";
import { statementFacts } from "../../plan/golden/statement.ts";
import { withClient } from "../../server/client.ts";
import type { Cluster, Database, Template } from "../../server/cluster.ts";
import { tableDifferences, type Circumstances } from "./incomparable.ts";
import { readTriggers, triggerCandidates, type TriggerFact } from "./trigger-candidates.ts";

/** A case on one side: its plan, and what it was made and executed on. */
export interface Assayed extends Circumstances {
    readonly plan: PlanResult;
}

/** Clones to plan in, and what the head is cloned from: to count anew, a change has to stay. */
export interface Sites {
    readonly cluster: Cluster;
    readonly base: Database;
    readonly head: Database;
    readonly headTemplate: Template;
}

/**
 * Finds out why a case is planned or counted otherwise than before. What differs between the sides is made as it was, one
 * thing at a time: where the plan changed it is planned again; where only counts did, it is executed in a clone of its
 * own. What brings base's plan or counts back is the cause.
 */
export async function causeOfDifference(sites: Sites, base: Assayed, head: Assayed): Promise<CaseCause> {
    const [was, is] = [await groundOf(sites.base, base, head), await groundOf(sites.head, base, head)];
    const change = changeBetween(base, was, head, is);
    const candidates = [
        ...candidatesFor(change),
        ...triggerCandidates(was.triggers, is.triggers),
        ...rowCandidates(base, head),
    ];
    const samePlan = sameLines(base.plan.tree, head.plan.tree);
    const { kinds, what, isProved } = await causeAmong(candidates, head.plan.tables, (undone) =>
        samePlan ? countsAsBefore(sites, base.plan, head.bound, undone) : plansAsBefore(sites.head, change, undone),
    );
    return { kinds, what, isProved };
}

interface Ground {
    readonly facts: Facts;
    readonly settings: ReadonlyMap<string, string>;
    readonly triggers: readonly TriggerFact[];
}

/** What one side has to say of all that the case touches on either. */
async function groundOf(database: Database, base: Assayed, head: Assayed): Promise<Ground> {
    const statements = [base, head].map(({ bound }) => statementFacts(bound.query.text));
    const tables = [...new Set([...base.plan.tables, ...head.plan.tables])];
    return inPlanningSession(database, [], async (client) => ({
        facts: await readFacts(
            client,
            tables,
            statements.flatMap(({ relations }) => relations),
            statements.flatMap(({ functions }) => functions),
        ),
        settings: await readPlannerSettings(client),
        triggers: await readTriggers(client, tables),
    }));
}

/** Base as if it had been accepted: then the causes of golden plans are the causes here. */
function changeBetween(base: Assayed, was: Ground, head: Assayed, is: Ground): Change {
    const onOneServer = { server: "", dataset: "" };
    const accepted = {
        name: base.plan.case,
        scale: 1,
        arguments: argumentLines(base.bound),
        tree: base.plan.tree,
        alternatives: [],
        buffers: undefined,
        // A golden forgives a few rows more, and a comparison none.
        rows: new Map<string, number>(),
    };
    const golden: Golden = {
        ...onOneServer,
        query: base.plan.query,
        reason: undefined,
        statement: statementFacts(base.bound.query.text).digest,
        settings: was.settings,
        indexes: definitionsOf(was.facts.indexes),
        evidence: was.facts.evidence,
        cases: [accepted],
        modelled: [],
    };
    const statement = statementFacts(head.bound.query.text);
    const now = { ...onOneServer, settings: is.settings, statement, facts: is.facts };
    return { golden, accepted, bound: head.bound, before: base.bound, result: head.plan, now };
}

/** Other rows are undone in part: the planner can be told of them, and they cannot be had back. */
function rowCandidates(base: Assayed, head: Assayed): Candidate[] {
    return tableDifferences(base, head).map(({ name, what, rows }): Candidate => {
        const table = head.plan.tables.find((one) => quoteName(...splitName(one)) === name);
        const undo = rows === undefined || table === undefined ? [] : [believeRows(table, String(rows))];
        return { kind: "statistics", what, ...(undo.length > 0 && { undo, inPart: true }) };
    });
}

/** Whether a case does in the head what it did in base, once some things are as they were; undefined where they cannot be. */
async function countsAsBefore(
    { cluster, headTemplate }: Sites,
    before: PlanResult,
    bound: BoundCase,
    undone: readonly Candidate[],
): Promise<boolean | undefined> {
    return cluster.withClone(headTemplate, async (clone) => {
        try {
            await withClient(clone, async (client) => {
                for (const sql of undone.flatMap(({ undo }) => undo ?? [])) await client.query(sql);
            });
            const again = await assayPlans(clone, [undone.find((one) => one.before)?.before ?? bound], silent);
            return again.every((plan) => workChanges(before, plan).length === 0);
        } catch (error) {
            // What cannot be as it was, such as a statement that names what is gone, proves nothing.
            if (error instanceof pg.DatabaseError || (error instanceof PgassayError && error.kind === "usage")) {
                return undefined;
            }
            throw error;
        }
    });
}
