import type { CaseComparison, Comparison } from "../../core/comparison.ts";
import { planChanged, workChanges } from "../../core/comparison.ts";
import { compareText } from "../../core/finding.ts";
import type { Progress } from "../../core/progress.ts";
import type { Query } from "../../core/query.ts";
import { subjectOf } from "../../core/run-record.ts";
import { assayPlans } from "../../plan/assay.ts";
import { bindCases } from "../../plan/bind-cases.ts";
import { withClient } from "../../server/client.ts";
import type { Cluster, Template } from "../../server/cluster.ts";
import { readServerSettings } from "../server-settings.ts";
import { compareTimes, type TimeOptions } from "./compare-times.ts";
import { causeOfDifference, type Assayed } from "./cause-of-difference.ts";
import { incomparable } from "./incomparable.ts";
import { onSide } from "./on-side.ts";
import { readTables } from "./read-tables.ts";

/** A state of a schema with its queries: what it is called, and what it is cloned from. */
export interface BuiltSide {
    readonly name: string;
    readonly template: Template;
    readonly queries: readonly Query[];
}

/**
 * Compares two states on one server: the plans, counts and times of every case that both have.
 *
 * @param time how to time the cases; without it only plans and counts are compared
 * @throws a usage error when a query fails on its own side
 */
export async function compareSides(
    cluster: Cluster,
    sides: { readonly base: BuiltSide; readonly head: BuiltSide },
    time: TimeOptions | undefined,
    progress: Progress,
): Promise<Comparison> {
    const base = await onSide("base", sides.base.name, () => assaySide(cluster, sides.base, progress));
    const head = await onSide("head", sides.head.name, () => assaySide(cluster, sides.head, progress));
    const compared = [...new Set([...base.keys(), ...head.keys()])]
        .toSorted(compareText)
        .map((subject) => compareCase(base.get(subject), head.get(subject)));
    const cases = await withCauses(cluster, sides, compared, { base, head }, progress);
    const names = { base: sides.base.name, head: sides.head.name };
    if (!time) return { ...names, cases };
    const timed = cases.flatMap((one) => {
        const [before, now] = [base.get(subjectOf(one)), head.get(subjectOf(one))];
        // What a write leaves behind, undone or not, would slow what is timed next.
        if (!before || !now || one.incomparable.length > 0 || now.bound.query.kind !== "read") return [];
        return [{ one, subject: subjectOf(one), base: before.bound, head: now.bound }];
    });
    if (timed.length === 0) {
        const timesMissing = "none of the cases that compare only reads, and what writes is not timed";
        return { ...names, cases, timesMissing };
    }
    const templates = { base: sides.base.template, head: sides.head.template };
    const { times, doubted } = await compareTimes(cluster, templates, timed, time, progress);
    const timeOf = new Map(timed.map(({ one }, i) => [one, times[i]]));
    return {
        ...names,
        cases: cases.map((one) => {
            const measured = timeOf.get(one);
            return measured ? { ...one, time: measured } : one;
        }),
        ...(doubted !== undefined && { timesDoubted: doubted }),
    };
}

/** The cases, those that differ with the reason why. */
async function withCauses(
    cluster: Cluster,
    { base, head }: { readonly base: BuiltSide; readonly head: BuiltSide },
    cases: readonly CaseComparison[],
    assayed: Readonly<Record<"base" | "head", ReadonlyMap<string, Assayed>>>,
    progress: Progress,
): Promise<CaseComparison[]> {
    const differing = cases.filter((one) => planChanged(one) || one.work.length > 0);
    if (differing.length === 0) return [...cases];
    progress.step("find out why plans and counts differ");
    return cluster.withClone(base.template, (before) =>
        cluster.withClone(head.template, async (now) => {
            const sites = { cluster, base: before, head: now, headTemplate: head.template };
            const explained = new Map<CaseComparison, CaseComparison>();
            for (const one of differing) {
                const [was, is] = [assayed.base.get(subjectOf(one)), assayed.head.get(subjectOf(one))];
                if (was && is) explained.set(one, { ...one, cause: await causeOfDifference(sites, was, is) });
                progress.advance(explained.size, differing.length, "case");
            }
            return cases.map((one) => explained.get(one) ?? one);
        }),
    );
}

/** What each case of a side does there, by `<query>#<case>`. */
async function assaySide(
    cluster: Cluster,
    { template, queries }: BuiltSide,
    progress: Progress,
): Promise<ReadonlyMap<string, Assayed>> {
    return cluster.withClone(template, async (database) => {
        const cases = await withClient(database, (client) => bindCases(client, queries));
        const plans = await assayPlans(database, cases, progress);
        const tables = await readTables(database, cases);
        const settings = await readServerSettings(database);
        return new Map(
            cases.flatMap((bound, i): [string, Assayed][] => {
                const [plan, subject] = [plans[i], subjectOf({ query: bound.query.id, case: bound.case.name })];
                return plan ? [[subject, { bound, plan, settings, tables: tables.get(subject) ?? new Map() }]] : [];
            }),
        );
    });
}

function compareCase(base: Assayed | undefined, head: Assayed | undefined): CaseComparison {
    const plan = head?.plan ?? base?.plan;
    if (!plan) throw new Error("a case that neither side has");
    return {
        query: plan.query,
        case: plan.case,
        ...(base && { base: base.plan }),
        ...(head && { head: head.plan }),
        work: base && head ? workChanges(base.plan, head.plan) : [],
        incomparable: base && head ? incomparable(base, head) : [],
    };
}
