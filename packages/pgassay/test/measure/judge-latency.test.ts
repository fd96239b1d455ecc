import { describe, expect, it } from "vitest";
import { judgeLatency } from "../../src/measure/judge-latency.ts";
import { summarize } from "../../src/measure/summarize.ts";
import { boundCase } from "./bound-case.ts";

/** Forty samples about a duration, all different. */
const about = (ms: number): number[] => Array.from({ length: 40 }, (_, n) => ms * (1 + n / 10_000));
const target20 = boundCase("select 1", { targetMsP95: 20 });
const fast = summarize(about(5));
const slow = summarize(about(30));

describe("judgeLatency", () => {
    it("finds a target missed twice, and shows both measurements", () => {
        const { findings } = judgeLatency(target20, slow, summarize(about(40)));
        expect(findings).toEqual([
            {
                code: "latency-over-target",
                severity: "error",
                subject: "shop/query#typical",
                message: "p95 is over its target of 20 ms in two measurements: 30 ms, then 40 ms",
                detail:
                    "first: p50 30, p90 30, p95 30 (30 or more), p99 30, max 30 ms of 40 samples\n" +
                    "again: p50 40, p90 40, p95 40 (40 or more), p99 40, max 40 ms of 40 samples",
            },
        ]);
    });

    it("shows where the time went, as far as it is known, and between what the p95 lies", () => {
        const steady = Array.from({ length: 100 }, (_, n) => 30 + n / 10);
        const server = { planMs: 1, executeMs: 20, blocks: 3, walRecords: 0, walBytes: 0 };
        const known = summarize(steady, { server, processorMs: steady.map(() => 19) });
        expect(judgeLatency(target20, known, known).findings[0]?.detail).toContain(
            "p95 39 (39–40), p99 40, max 40 ms of 100 samples; server 21, client 14, processor 19 ms",
        );
    });

    it("shows by how little a target is missed", () => {
        const barely = summarize(about(20.01));
        expect(judgeLatency(target20, barely, barely).findings[0]?.message).toContain("20.1 ms, then 20.1 ms");
    });

    it("finds nothing in a target that is met, exactly met, or met the second time", () => {
        expect(judgeLatency(target20, fast).findings).toEqual([]);
        expect(judgeLatency(target20, summarize([...about(5), 20])).findings).toEqual([]);
        const relieved = judgeLatency(target20, slow, fast);
        expect(relieved.findings).toEqual([]);
        expect(relieved.confirmation).toBe(fast);
    });

    it("warns of what cannot be trusted in the measurement that decides", () => {
        const few = summarize(about(5).slice(0, 12));
        expect(judgeLatency(target20, few).findings).toEqual([
            {
                code: "latency-doubtful",
                severity: "warning",
                subject: "shop/query#typical",
                message: "p95 rests on 12 samples; 30 are the least to place it",
            },
        ]);
        expect(judgeLatency(target20, summarize(about(30).slice(0, 12)), fast).findings).toEqual([]);
    });
});
