import {
    stressRecord,
    type CaseLoad,
    type Spread,
    type StressRecord,
    type StressStep,
} from "../../src/core/stress-record.ts";

function spread(p50: number): Spread {
    return { p50, p90: p50 * 2, p99: p50 * 4, max: p50 * 10 };
}

/** A step without anything wrong, unless said otherwise. */
export function exampleStep(p50: number, more: Partial<StressStep> = {}): StressStep {
    const cases: CaseLoad[] = [
        { query: "task/board", case: "hot", answered: 900, latencyUs: spread(p50), wrong: 0, failed: 0 },
        { query: "task/create", case: "hot", answered: 100, latencyUs: spread(p50), wrong: 0, failed: 0 },
    ];
    return {
        way: "http",
        connections: 1,
        tookMs: 10_000,
        answered: 1000,
        answeredPerSecond: 100,
        latencyUs: spread(p50),
        histogramUs: [
            [p50, 500],
            [p50 * 2, 500],
        ],
        wrong: 0,
        failures: [],
        unsent: 0,
        poolWaitUs: spread(40),
        waits: [],
        deadlocks: 0,
        busy: { generator: 0.2, service: 0.4 },
        cases,
        writes: [{ query: "task/create", case: "hot", acknowledged: 120, unanswered: 0, found: 120 }],
        moved: [],
        ...more,
    };
}

/** A run that saturates, with one step of each kind, and something wrong in the last. */
export function exampleStress(more: Partial<StressRecord> = {}): StressRecord {
    return stressRecord({
        pgassay: "0.1.0",
        startedAt: "2026-01-01T00:00:00.000Z",
        server: { version: "18.4", settings: { work_mem: "16MB" } },
        dataset: { name: "tasks", scale: 1, seed: 1, digest: "0123456789abcdef" },
        machine: { platform: "linux x64", cpus: 2, cpuModel: "a processor", memoryMiB: 24_000, node: "20.20.0" },
        role: "app",
        poolSize: 10,
        mix: [
            { query: "task/board", case: "hot", weight: 9, writes: false },
            { query: "task/create", case: "hot", weight: 1, writes: true },
        ],
        targetPerSecond: 100,
        steps: [
            exampleStep(800),
            exampleStep(500, { way: "pg", busy: { generator: 0.3 } }),
            exampleStep(14_200, {
                connections: 64,
                answered: 24_010,
                answeredPerSecond: 2401,
                poolWaitUs: spread(12_000),
                waits: [
                    { event: "Lock:transactionid", backends: 2.25 },
                    { event: "LWLock:WALInsert", backends: 0.5 },
                ],
            }),
            exampleStep(9800, {
                connections: 256,
                ratePerSecond: 200,
                wrong: 3,
                deadlocks: 2,
                failures: [{ reason: "422 40P01 deadlock detected", requests: 2 }],
                generatorLateUs: spread(3),
            }),
        ],
        saturation: [
            { way: "http", connections: 64, answeredPerSecond: 2401, isSeen: true },
            { way: "pg", connections: 256, answeredPerSecond: 4100.4, isSeen: false },
        ],
        findings: [
            {
                code: "stress-answer-wrong",
                severity: "error",
                subject: "task/board#hot",
                message: "3 answers are not what the database answers when nobody else is at work (http, 200 a second)",
            },
        ],
        ...more,
    });
}
