import { didYouMean } from "../core/closest-name.ts";
import type { Argument, QueryCase, QueryParameter } from "../core/query.ts";
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
    const { buffers } = header.budget;
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
        const bufferBudget = typeof buffers === "number" ? buffers : (buffers[name] ?? 0);
        return { name, arguments: args, bufferBudget, mayBeEmpty: header.empty.includes(name) };
    });
}

/** Budgets by case and `empty` name cases that exist, and budgets by case name all of them. */
function checkCaseNames(header: Header, report: ReportAt): void {
    const names = Object.keys(header.cases);
    const { buffers } = header.budget;
    const unknown = (name: string): string => `there is no case "${name}"${didYouMean(name, names)}`;
    if (typeof buffers !== "number") {
        for (const name of Object.keys(buffers)) {
            if (!names.includes(name)) report(["budget", "buffers", name], unknown(name));
        }
        for (const name of names) {
            if (!Object.hasOwn(buffers, name))
                report(["budget", "buffers"], `"budget.buffers" misses the case "${name}"`);
        }
    }
    for (const name of header.empty) {
        if (!names.includes(name)) report(["empty"], unknown(name));
    }
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
