import { z } from "zod";
import { comparisonKind, type ComparisonRecord } from "./comparison-record.ts";
import { coverageKind, type CoverageRecord } from "./coverage-record.ts";
import { usageError } from "./errors.ts";
import { compareText, type Finding } from "./finding.ts";
import { isHistory, parseHistory, type HistoryRun } from "./history.ts";
import { modelledKind, type ModelledRecord } from "./modelled-record.ts";
import { mutationKind, type MutationRecord } from "./mutation-record.ts";
import type { PlanResult } from "./plan-result.ts";
import { checkRecord, formatOf, parseJson } from "./record-kind.ts";
import { ruleCoverageKind, type RuleCoverageRecord } from "./rule-coverage-record.ts";
import { findingSchema, runRecordKind, type Measurement, type RunRecord } from "./run-record.ts";
import { stressRecordKind, type StressRecord } from "./stress-record.ts";

/** What a report is made from: records in the order in which they were added, by kind. */
export interface ReportInput {
    /** Of all but the two newest without explanations and samples, which no trend shows. */
    readonly runs: readonly RunRecord[];
    readonly comparisons: readonly ComparisonRecord[];
    readonly coverages: readonly CoverageRecord[];
    readonly mutations: readonly MutationRecord[];
    readonly ruleCoverages: readonly RuleCoverageRecord[];
    readonly modelled: readonly ModelledRecord[];
    readonly stress: readonly StressRecord[];
    /** Without the pairs of sessions. */
    readonly history: readonly HistoryRun[];
    /** Of `lint --json`, which is a list of findings and nothing else. */
    readonly lint: readonly Finding[];
}

/** A file by its name and its text. */
export interface NamedText {
    readonly path: string;
    readonly text: string;
}

export const noInput: ReportInput = {
    runs: [],
    comparisons: [],
    coverages: [],
    mutations: [],
    ruleCoverages: [],
    modelled: [],
    stress: [],
    history: [],
    lint: [],
};

const kinds = [
    runRecordKind,
    comparisonKind,
    coverageKind,
    mutationKind,
    ruleCoverageKind,
    modelledKind,
    stressRecordKind,
] as const;
const advice = `name files that ${kinds.map(({ writtenBy }) => writtenBy).join(", ")} or \`pgassay lint --json\` wrote`;

/** Of a case there is a plan before; whoever wants more than that names fewer runs. */
const wholeRuns = 2;

/**
 * Adds the record of a file, of whatever kind it is. Records come one by one, because hundreds would not fit into memory
 * whole.
 *
 * @throws a usage error when a text is no record, is one of another version, or breaks the rules of its version
 */
export function addRecord(input: ReportInput, { path, text }: NamedText): ReportInput {
    if (isHistory(text)) return { ...input, history: [...input.history, withoutPairs(parseHistory(text, path))] };
    const tried = `read the record ${path}`;
    const json = parseJson(text, tried, `${advice}, complete`);
    if (Array.isArray(json)) return { ...input, lint: [...input.lint, ...listOfFindings(json, tried)] };
    switch (formatOf(json)) {
        case runRecordKind.format:
            return { ...input, runs: thinned([...input.runs, checkRecord(runRecordKind, json, tried)]) };
        case comparisonKind.format:
            return { ...input, comparisons: [...input.comparisons, checkRecord(comparisonKind, json, tried)] };
        case coverageKind.format:
            return { ...input, coverages: [...input.coverages, checkRecord(coverageKind, json, tried)] };
        case mutationKind.format:
            return { ...input, mutations: [...input.mutations, checkRecord(mutationKind, json, tried)] };
        case ruleCoverageKind.format:
            return { ...input, ruleCoverages: [...input.ruleCoverages, checkRecord(ruleCoverageKind, json, tried)] };
        case modelledKind.format:
            return { ...input, modelled: [...input.modelled, checkRecord(modelledKind, json, tried)] };
        case stressRecordKind.format:
            return { ...input, stress: [...input.stress, checkRecord(stressRecordKind, json, tried)] };
        default: {
            const happened = "the file is JSON, but no record that a report shows";
            throw usageError({ tried, happened, remedy: advice });
        }
    }
}

function listOfFindings(json: unknown, tried: string): readonly Finding[] {
    const { data, error } = z.array(findingSchema).safeParse(json);
    if (data) return data;
    throw usageError({ tried, happened: "the file is a list, but not of findings", remedy: advice }, error);
}

function thinned(runs: readonly RunRecord[]): RunRecord[] {
    const newest = runs.toSorted((a, b) => compareText(b.startedAt, a.startedAt)).slice(0, wholeRuns);
    return runs.map((run) => (newest.includes(run) || isThin(run) ? run : withoutBulk(run)));
}

function isThin({ plans, latencies }: RunRecord): boolean {
    return (
        plans.every(({ explanation }) => explanation === undefined) &&
        latencies.every(({ first }) => first.samplesUs.length === 0)
    );
}

type Writable<T> = { -readonly [key in keyof T]: T[key] };

function withoutBulk(run: RunRecord): RunRecord {
    return {
        ...run,
        plans: run.plans.map((whole) => {
            const plan: Writable<PlanResult> = { ...whole };
            delete plan.explanation;
            return plan;
        }),
        latencies: run.latencies.map((latency) => ({
            ...latency,
            first: withoutSamples(latency.first),
            ...(latency.confirmation && { confirmation: withoutSamples(latency.confirmation) }),
        })),
    };
}

function withoutSamples(whole: Measurement): Measurement {
    const measurement: Writable<Measurement> = { ...whole, samplesUs: [] };
    delete measurement.processor;
    return measurement;
}

function withoutPairs(run: HistoryRun): HistoryRun {
    return { ...run, cases: run.cases.map((one) => ({ ...one, pairs: [] })) };
}
