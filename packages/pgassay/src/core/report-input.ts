import { z } from "zod";
import { comparisonKind, type ComparisonRecord } from "./comparison-record.ts";
import { coverageKind, type CoverageRecord } from "./coverage-record.ts";
import { usageError } from "./errors.ts";
import type { Finding } from "./finding.ts";
import { isHistory, parseHistory, type HistoryRun } from "./history.ts";
import { modelledKind, type ModelledRecord } from "./modelled-record.ts";
import { mutationKind, type MutationRecord } from "./mutation-record.ts";
import { checkRecord, formatOf, parseJson, type RecordKind } from "./record-kind.ts";
import { findingSchema, runRecordKind, type RunRecord } from "./run-record.ts";

/** What a report is made from: records in the order in which they were named, by kind. */
export interface ReportInput {
    readonly runs: readonly RunRecord[];
    readonly comparisons: readonly ComparisonRecord[];
    readonly coverages: readonly CoverageRecord[];
    readonly mutations: readonly MutationRecord[];
    readonly modelled: readonly ModelledRecord[];
    readonly history: readonly HistoryRun[];
    /** Of `lint --json`, which is a list of findings and nothing else. */
    readonly lint: readonly Finding[];
}

/** A file by its name and its text. */
export interface NamedText {
    readonly path: string;
    readonly text: string;
}

const kinds = [runRecordKind, comparisonKind, coverageKind, mutationKind, modelledKind] as const;
const advice = `name files that ${kinds.map(({ writtenBy }) => writtenBy).join(", ")} or \`pgassay lint --json\` wrote`;

/**
 * Reads records of any kind.
 *
 * @throws a usage error when a text is no record, is one of another version, or breaks the rules of its version
 */
export function parseReportInput(texts: readonly NamedText[]): ReportInput {
    const inputs = texts
        .filter(({ text }) => !isHistory(text))
        .map(({ path, text }) => {
            const tried = `read the record ${path}`;
            return { tried, json: parseJson(text, tried, `${advice}, complete`) };
        });
    const formats: readonly string[] = kinds.map(({ format }) => format);
    for (const { tried, json } of inputs) {
        if (Array.isArray(json) || formats.includes(formatOf(json) ?? "")) continue;
        throw usageError({ tried, happened: "the file is JSON, but no record that a report shows", remedy: advice });
    }
    const of = <T>(kind: RecordKind<T>): T[] =>
        inputs
            .filter(({ json }) => formatOf(json) === kind.format)
            .map(({ json, tried }) => checkRecord(kind, json, tried));
    return {
        runs: of(runRecordKind),
        comparisons: of(comparisonKind),
        coverages: of(coverageKind),
        mutations: of(mutationKind),
        modelled: of(modelledKind),
        history: texts.filter(({ text }) => isHistory(text)).map(({ text, path }) => parseHistory(text, path)),
        lint: inputs.flatMap(({ json, tried }) => (Array.isArray(json) ? listOfFindings(json, tried) : [])),
    };
}

function listOfFindings(json: unknown, tried: string): readonly Finding[] {
    const { data, error } = z.array(findingSchema).safeParse(json);
    if (data) return data;
    throw usageError({ tried, happened: "the file is a list, but not of findings", remedy: advice }, error);
}
