import { performance } from "node:perf_hooks";
import type { StressStep } from "../../core/stress-record.ts";
import { withClient } from "../../server/client.ts";
import type { Database } from "../../server/cluster.ts";
import { driveLoad, type Driven } from "./drive-load.ts";
import { drawByWeight } from "./draw.ts";
import { withHttpLanes } from "./http-lanes.ts";
import { learnAnswers, movedAnswers } from "./known-answers.ts";
import type { Lane } from "./lane.ts";
import type { MixedOperation } from "./mix.ts";
import { withPgLanes } from "./pg-lanes.ts";
import { readProofs } from "./proofs.ts";
import { withService } from "./service.ts";
import { spreadOf, toTenths } from "./spread.ts";
import { Tally } from "./tally.ts";
import { countDeadlocks, watchBackends, type BackendWait } from "./watch-backends.ts";

/** One load, and how it reaches the database. */
export interface StepPlan {
    readonly way: "http" | "pg";
    readonly connections: number;
    /** Arrivals a second; without it each connection asks again when it has its answer. */
    readonly ratePerSecond?: number;
    readonly durationMs: number;
}

/** What stays the same from step to step. */
export interface StressSubject {
    readonly mix: readonly [MixedOperation, ...MixedOperation[]];
    /** Most connections to the database at a time. */
    readonly poolSize: number;
    readonly signal: AbortSignal;
}

/** What a load came to, beside the answers themselves. */
interface Loaded extends Driven {
    readonly poolWaitsUs: readonly number[];
    readonly waits: readonly BackendWait[];
    readonly busy: StressStep["busy"];
}

/**
 * Puts a database under one load: learns the right answers, warms up, sends, checks every answer, and reads back what
 * was written. The database is changed by it and belongs to the step alone.
 *
 * @throws a usage error when an operation cannot be executed at all; an environment error when the server goes away
 */
export async function runStep(database: Database, plan: StepPlan, subject: StressSubject): Promise<StressStep> {
    const { mix } = subject;
    return withClient(database, async (client) => {
        const known = await learnAnswers(client, mix);
        const before = await readProofs(client, mix);
        const tally = new Tally(mix, known);
        const deadlocks = await countDeadlocks(database);
        const loaded = await load(database, plan, subject, tally);
        const summary = tally.summary();
        const poolWaitUs = spreadOf(loaded.poolWaitsUs);
        const generatorLateUs = spreadOf(loaded.lateUs);
        return {
            way: plan.way,
            connections: plan.connections,
            ...(plan.ratePerSecond !== undefined && { ratePerSecond: plan.ratePerSecond }),
            tookMs: toTenths(loaded.tookMs),
            ...summary,
            answeredPerSecond: toTenths(summary.answered / (loaded.tookMs / 1000)),
            unsent: loaded.unsent,
            ...(poolWaitUs && { poolWaitUs }),
            waits: loaded.waits,
            // Backends count their deadlocks in when they end, as they have by now.
            deadlocks: (await countDeadlocks(database)) - deadlocks,
            busy: loaded.busy,
            ...(generatorLateUs && { generatorLateUs }),
            writes: tally.writes(before, await readProofs(client, mix)),
            moved: await movedAnswers(client, mix, known),
        };
    });
}

async function load(database: Database, plan: StepPlan, subject: StressSubject, tally: Tally): Promise<Loaded> {
    const { mix, poolSize } = subject;
    if (plan.way === "pg") {
        return withPgLanes(database, poolSize, plan.connections, (lanes, pool) =>
            drive(lanes, database, plan, subject, tally, {
                takeWaitsUs: async () => pool.takeWaitsUs(),
            }),
        );
    }
    return withService({ database, operations: mix, poolSize }, (service) =>
        withHttpLanes(service.port, plan.connections, (lanes) => drive(lanes, database, plan, subject, tally, service)),
    );
}

/** A fifth of the time, but enough for each connection to have prepared its statements and no more than needed. */
const warmUp = { share: 0.2, leastMs: 200, mostMs: 2000 };

async function drive(
    lanes: readonly Lane[],
    database: Database,
    { ratePerSecond, durationMs }: StepPlan,
    { mix, signal }: StressSubject,
    tally: Tally,
    meter: { takeWaitsUs(): Promise<readonly number[]>; takeBusy?(): number },
): Promise<Loaded> {
    const next = drawByWeight(mix);
    const warmUpMs = Math.min(warmUp.mostMs, Math.max(warmUp.leastMs, warmUp.share * durationMs));
    await driveLoad(lanes, next, { durationMs: warmUpMs, signal }, (outcome) => tally.count(outcome, true));
    await meter.takeWaitsUs();
    meter.takeBusy?.();
    const before = performance.eventLoopUtilization();
    const bounds = { durationMs, signal, ...(ratePerSecond !== undefined && { ratePerSecond }) };
    const { result: driven, waits } = await watchBackends(database, () =>
        driveLoad(lanes, next, bounds, (outcome) => tally.count(outcome, false)),
    );
    const generator = performance.eventLoopUtilization(before).utilization;
    const service = meter.takeBusy?.();
    return {
        ...driven,
        waits,
        poolWaitsUs: await meter.takeWaitsUs(),
        busy: { generator, ...(service !== undefined && { service }) },
    };
}
