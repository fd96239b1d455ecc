import { didYouMean } from "../core/closest-name.ts";
import type { Argument, CaseBudget, QueryCase, QueryParameter } from "../core/query.ts";
import type { Header } from "./header.ts";

/** Told of a problem with the part of a header at a path. */
export type ReportAt = (path: readonly string[], message: string) => void;

/**
 * The cases of a header, each with an argument for every parameter. What does not fit together is reported, and the
 * cases are then of no use.
 *
 * @param values the SQL of each value a case may look up; undefined when that is not known
 */
export function readCases(
    header: Header,
    parameters: readonly QueryParameter[],
    values: ReadonlyMap<string, string> | undefined,
    report: ReportAt,
): QueryCase[] {
    checkCaseNames(header, report);
    const names = parameters.map(({ name }) => name);
    return Object.entries(header.cases).map(([name, given]) => {
        for (const key of Object.keys(given)) {
            if (names.includes(key)) continue;
            report(["cases", name, key], `case "${name}": there is no parameter "${key}"${didYouMean(key, names)}`);
        }
        const args = names.flatMap((parameter) => {
            const written = given[parameter];
            if (written === undefined) {
                report(["cases", name], `case "${name}" misses an argument for the parameter "${parameter}"`);
                return [];
            }
            return [readArgument(written, values, (message) => report(["cases", name, parameter], message))];
        });
        return { name, arguments: args, budget: budgetOf(header, name), mayBeEmpty: header.empty.includes(name) };
    });
}

/** Budgets by case and `empty` name cases that exist, and budgets by case name all of them. */
function checkCaseNames(header: Header, report: ReportAt): void {
    const names = Object.keys(header.cases);
    const unknown = (name: string): string => `there is no case "${name}"${didYouMean(name, names)}`;
    for (const [kind, limit] of Object.entries(header.budget)) {
        if (limit === undefined || typeof limit === "number") continue;
        for (const name of Object.keys(limit)) {
            if (!names.includes(name)) report(["budget", kind, name], unknown(name));
        }
        for (const name of names) {
            if (!Object.hasOwn(limit, name)) report(["budget", kind], `"budget.${kind}" misses the case "${name}"`);
        }
    }
    for (const name of header.empty) {
        if (!names.includes(name)) report(["empty"], unknown(name));
    }
}

/** The limits of one case; those that are for all cases are its own. */
function budgetOf({ budget }: Header, name: string): CaseBudget {
    const limits = new Map(
        Object.entries(budget).map(([kind, limit]) => [kind, typeof limit === "number" ? limit : limit?.[name]]),
    );
    const keys = {
        buffers: "buffers",
        temp_blocks: "tempBlocks",
        rows_removed: "rowsRemoved",
        wal_records: "walRecords",
        wal_bytes: "walBytes",
        q_error: "qError",
        generic_ratio: "genericRatio",
    } as const;
    return Object.fromEntries(
        Object.entries(keys).flatMap(([written, key]) => {
            const limit = limits.get(written);
            return limit === undefined ? [] : [[key, limit]];
        }),
    );
}

/** `$name` looks up a value, `$$` at the beginning of a text is a dollar sign, anything else is meant as written. */
function readArgument(
    written: Extract<Argument, { kind: "literal" }>["value"],
    values: ReadonlyMap<string, string> | undefined,
    report: (message: string) => void,
): Argument {
    if (typeof written !== "string" || !written.startsWith("$")) return { kind: "literal", value: written };
    if (written.startsWith("$$")) return { kind: "literal", value: written.slice(1) };
    const name = written.slice(1);
    const sql = values?.get(name);
    if (values && sql === undefined) {
        const guess = didYouMean(name, values.keys()) || "; a text that begins with $ is written $$";
        report(`values.yaml has no value "${name}"${guess}`);
    }
    return { kind: "lookup", name, sql: sql ?? "" };
}
