import type { Progress } from "../core/progress.ts";
import type { BoundCase } from "../core/query.ts";
import type { LatencyResult, Measurement } from "../core/run-record.ts";
import { withClient } from "../server/client.ts";
import type { Cluster, Database, Template } from "../server/cluster.ts";
import { judgeLatency } from "./judge-latency.ts";
import { measureCase, type LatencyOptions } from "./measure-case.ts";
import { withStatementCounters, type StatementCounters } from "./statement-counters.ts";

/**
 * Times each case, those that read first, and those that write in a clone of their own. The cases come one after the
 * other on one connection. A case over its target is measured once more at the end, on a connection of its own, and only
 * a second miss is a finding.
 *
 * @param template what the clones are made from
 * @returns one result for each case, in their order
 * @throws a usage error when a query fails, or writes and does not say so; an environment error when the server goes
 * away
 */
export async function measureLatency(
    cluster: Cluster,
    template: Template,
    cases: readonly BoundCase[],
    options: LatencyOptions,
    progress: Progress,
): Promise<LatencyResult[]> {
    const results = new Map<BoundCase, LatencyResult>();
    for (const [name, isOne] of kinds) {
        const ofKind = cases.filter(isOne);
        if (ofKind.length === 0) continue;
        progress.step(`measure latency of ${name}`);
        const measured = await cluster.withClone(template, (clone) =>
            withStatementCounters(clone, (counters) => measureAll({ clone, counters }, ofKind, options, progress)),
        );
        for (const [index, bound] of ofKind.entries()) {
            const result = measured[index];
            if (result) results.set(bound, result);
        }
    }
    return cases.flatMap((bound) => results.get(bound) ?? []);
}

/** What writes leaves dead rows even though it is undone, which a query that reads would have to step over. */
const kinds: readonly (readonly [string, (bound: BoundCase) => boolean])[] = [
    ["what reads", ({ query }) => query.kind === "read"],
    ["what writes", ({ query }) => query.kind !== "read"],
];

interface Place {
    readonly clone: Database;
    readonly counters: StatementCounters | undefined;
}

async function measureAll(
    place: Place,
    cases: readonly BoundCase[],
    options: LatencyOptions,
    progress: Progress,
): Promise<LatencyResult[]> {
    const first = await withClient(place.clone, async (client) => {
        const measurements: Measured[] = [];
        for (const [index, bound] of cases.entries()) {
            progress.advance(index, cases.length, "case");
            const sessions = { client, counters: place.counters };
            measurements.push({ bound, measurement: await measureCase(sessions, bound, `case_${index}`, options) });
        }
        return measurements;
    });
    progress.advance(cases.length, cases.length, "case");
    return confirmMisses(place, first, options, progress);
}

interface Measured {
    readonly bound: BoundCase;
    readonly measurement: Measurement;
}

async function confirmMisses(
    { clone, counters }: Place,
    measured: readonly Measured[],
    options: LatencyOptions,
    progress: Progress,
): Promise<LatencyResult[]> {
    const misses = measured.filter(isMiss).length;
    if (misses > 0) progress.step("measure latency again where it is over the target");
    let confirmed = 0;
    const results: LatencyResult[] = [];
    for (const one of measured) {
        const { bound, measurement } = one;
        if (!isMiss(one)) {
            results.push(judgeLatency(bound, measurement));
            continue;
        }
        progress.advance(confirmed++, misses, "case");
        const again = await withClient(clone, (client) =>
            measureCase({ client, counters }, bound, "confirmation", options),
        );
        results.push(judgeLatency(bound, measurement, again));
    }
    if (misses > 0) progress.advance(misses, misses, "case");
    return results;
}

function isMiss({ bound, measurement }: Measured): boolean {
    return measurement.p95Ms > bound.query.targetMsP95;
}
