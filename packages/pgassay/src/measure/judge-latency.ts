import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { BoundCase } from "../core/query.ts";
import { decisive, subjectOf } from "../core/run-record.ts";
import type { LatencyResult, Measurement } from "../core/run-record.ts";
import { formatMs } from "../report/milliseconds.ts";
import { fewestSamples, halves } from "./doubts.ts";

/** The result of a case from its measurements: over its target only if it missed it each time it was measured. */
export function judgeLatency(bound: BoundCase, first: Measurement, confirmation?: Measurement): LatencyResult {
    const result: LatencyResult = {
        query: bound.query.id,
        case: bound.case.name,
        targetMsP95: bound.query.targetMsP95,
        first,
        ...(confirmation && { confirmation }),
        findings: [],
    };
    return { ...result, findings: [...overTarget(result), ...doubtful(result)] };
}

function overTarget(result: LatencyResult): Finding[] {
    const { first, confirmation, targetMsP95 } = result;
    if (confirmation === undefined || first.p95Ms <= targetMsP95 || confirmation.p95Ms <= targetMsP95) return [];
    const twice = `${formatMs(first.p95Ms, targetMsP95)} ms, then ${formatMs(confirmation.p95Ms, targetMsP95)} ms`;
    return [
        {
            code: "latency-over-target",
            severity: "error",
            subject: subjectOf(result),
            message: `p95 is over its target of ${targetMsP95} ms in two measurements: ${twice}`,
            detail: `first: ${percentiles(first)}\nagain: ${percentiles(confirmation)}`,
        },
    ];
}

function doubtful(result: LatencyResult): Finding[] {
    return decisive(result).doubts.map((doubt) => ({
        code: "latency-doubtful",
        severity: "warning",
        subject: subjectOf(result),
        message: reasonOf(doubt, decisive(result)),
    }));
}

function reasonOf(doubt: Measurement["doubts"][number], measurement: Measurement): string {
    switch (doubt) {
        case "few-samples":
            return `p95 rests on ${counted(measurement.samplesUs.length, "sample")}; ${fewestSamples} are the least to place it`;
        case "timed-out":
            return `an execution was stopped after ${formatMs(measurement.maxMs)} ms; how long it takes is not known`;
        case "coarse-timer":
            return "the clock is too coarse for so short an execution: too many samples are equal or zero";
        case "drifting": {
            const { first, second } = halves(measurement.samplesUs);
            return `samples drift: the median of the first half is ${formatMs(first / 1000)} ms, of the second ${formatMs(second / 1000)} ms`;
        }
        case "noisy-neighbour":
            return busy(measurement);
    }
}

function busy({ disturbance }: Measurement): string {
    const percent = (share = 0): string => `${Math.round(100 * share)} %`;
    return (
        `the machine had other things to do: for ${percent(disturbance?.waitedShare)} of the time server or client waited ` +
        `for a processor, and ${percent(disturbance?.stolenShare)} of the processors' time went to other guests`
    );
}

/** `p50 19, p90 20, p95 20.04 (19–24), p99 58, max 58 ms of 90 samples; server 18, client 0.40, processor 17 ms`. */
function percentiles(measurement: Measurement): string {
    const { p50Ms, p90Ms, p95Ms, p99Ms, maxMs, samplesUs, intervalsMs, perCall, processor } = measurement;
    const [p50, p90, p95, p99, max] = [p50Ms, p90Ms, p95Ms, p99Ms, maxMs].map((ms) => formatMs(ms));
    const beside = [
        ...(perCall
            ? [`server ${formatMs(perCall.planMs + perCall.executeMs)}`, `client ${formatMs(perCall.clientMs)}`]
            : []),
        ...(processor ? [`processor ${formatMs(processor.p50Ms)}`] : []),
    ];
    const samples = `p50 ${p50}, p90 ${p90}, p95 ${p95}${between(intervalsMs.p95)}, p99 ${p99}, max ${max} ms of ${counted(samplesUs.length, "sample")}`;
    return beside.length === 0 ? samples : `${samples}; ${beside.join(", ")} ms`;
}

function between({ low, high }: Measurement["intervalsMs"]["p95"]): string {
    if (low === undefined) return "";
    return high === undefined ? ` (${formatMs(low)} or more)` : ` (${formatMs(low)}–${formatMs(high)})`;
}
