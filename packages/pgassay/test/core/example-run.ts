import type { PlanResult } from "../../src/core/plan-result.ts";
import { runRecord } from "../../src/core/run-record.ts";
import type { LatencyResult, Measurement, RunFacts, RunRecord } from "../../src/core/run-record.ts";

/** The record of a run that never took place, small and with something of everything. */
export function exampleRun(differing: Partial<RunFacts> = {}): RunRecord {
    return runRecord({
        verb: "bench",
        pgassay: "0.1.0",
        startedAt: "2026-11-22T15:40:15.123Z",
        server: { version: "18.4", settings: { jit: "off", work_mem: "16MB" } },
        dataset: { name: "shop", scale: 1, seed: 42, digest: "0123456789abcdef" },
        commit: { id: "0123456789abcdef0123456789abcdef01234567", isDirty: false },
        machine: { platform: "linux x64", cpus: 2, cpuModel: "Example CPU", memoryMiB: 24_000, node: "20.20.2" },
        plans: [
            examplePlan("order/latest_of_customer", "hot", {
                tree: [
                    "Limit",
                    "  Index Scan using orders_customer_id_created_at_idx on orders",
                    "    Index Cond: (customer_id = $1)",
                ],
                indexes: ["orders_customer_id_created_at_idx"],
                rows: 50,
                buffers: { hit: 30, read: 2, tempRead: 0, tempWritten: 0 },
                bufferBudget: 60,
            }),
            examplePlan("order/open_orders", "typical", {
                tree: ["Sort", "  Seq Scan on orders", "    Filter: (status = 'open')"],
                requiredIndexes: ["orders_open_idx"],
                rows: 1204,
                buffers: { hit: 11_204, read: 0, tempRead: 120, tempWritten: 118 },
                bufferBudget: 400,
                findings: [
                    {
                        code: "index-not-used",
                        severity: "error",
                        subject: "order/open_orders#typical",
                        message: "orders_open_idx is in the header and not in the plan",
                        detail: "Sort\n  Seq Scan on orders\n\n    Filter: (status = 'open')\n",
                    },
                    {
                        code: "buffers-over-budget",
                        severity: "error",
                        subject: "order/open_orders#typical",
                        message: "11204 blocks, 400 are allowed",
                    },
                ],
            }),
            examplePlan("stock/by_shelf", "cold", {
                tree: [
                    "Nested Loop",
                    "  Index Scan using shelf_pkey on shelf",
                    "  Index Scan using stock_shelf_id_idx on stock",
                ],
                indexes: ["shelf_pkey", "stock_shelf_id_idx"],
                requiredIndexes: ["stock_shelf_id_idx"],
                rows: 8,
                buffers: { hit: 9, read: 0, tempRead: 0, tempWritten: 0 },
                bufferBudget: 20,
            }),
            examplePlan("stock/by_shelf", "hot", { rows: 0, bufferBudget: 20 }),
        ],
        latencies: [
            exampleLatency("order/latest_of_customer", "hot", 5, {
                ...measurement(0.21, 0.4, 0.9),
                processor: { samplesUs: [101.5, 99, 240], p50Ms: 0.1015 },
                perCall: { clientMs: 0.14, planMs: 0.011, executeMs: 0.082, blocks: 32, walRecords: 0, walBytes: 0 },
                disturbance: { waitedShare: 0.01, stolenShare: 0 },
            }),
            exampleLatency("order/open_orders", "typical", 20, measurement(35, 41, 66), {
                confirmation: measurement(19, 20.04, 58),
                findings: [
                    {
                        code: "latency-over-target",
                        severity: "error",
                        subject: "order/open_orders#typical",
                        message: "p95 is over its target of 20 ms in two measurements: 41 ms, then 20.04 ms",
                    },
                ],
            }),
            exampleLatency("stock/by_shelf", "cold", 2.5, measurement(1.24, 2.6, 3), {
                confirmation: measurement(1.2, 1.4, 1.9),
            }),
            exampleLatency("stock/by_shelf", "hot", 2000, measurement(1840, 1840, 1840, ["few-samples"]), {
                findings: [
                    {
                        code: "latency-doubtful",
                        severity: "warning",
                        subject: "stock/by_shelf#hot",
                        message: "p95 rests on 3 samples; 30 are the least to place it",
                    },
                ],
            }),
        ],
        otherFindings: [],
        ...differing,
    });
}

export function examplePlan(query: string, name: string, differing: Partial<PlanResult> = {}): PlanResult {
    return {
        query,
        case: name,
        tree: ["Result"],
        indexes: [],
        tables: [],
        requiredIndexes: [],
        rows: 1,
        buffers: { hit: 0, read: 0, tempRead: 0, tempWritten: 0 },
        bufferBudget: 10,
        rowsRemoved: 0,
        qError: 1,
        golden: "none",
        findings: [],
        ...differing,
    };
}

export function exampleLatency(
    query: string,
    name: string,
    targetMsP95: number,
    first: Measurement,
    differing: Partial<LatencyResult> = {},
): LatencyResult {
    return { query, case: name, targetMsP95, first, findings: [], ...differing };
}

export function measurement(
    p50Ms: number,
    p95Ms: number,
    maxMs: number,
    doubts: Measurement["doubts"] = [],
): Measurement {
    return {
        samplesUs: [p50Ms, maxMs, p95Ms].map((ms) => ms * 1000),
        p50Ms,
        p90Ms: p95Ms,
        p95Ms,
        p99Ms: maxMs,
        maxMs,
        intervalsMs: { p50: { low: p50Ms, high: maxMs }, p90: { low: p50Ms }, p95: { low: p50Ms }, p99: {} },
        doubts,
    };
}
