import { didYouMean } from "../core/closest-name.ts";
import type { Query } from "../core/query.ts";
import { readCases } from "./header-cases.ts";
import { parseHeader } from "./header.ts";
import { numberParameters } from "./parameters.ts";
import { newlines } from "../core/sql-text.ts";
import { checkStatement } from "./statement.ts";

/** A query file as found on disk. */
export interface QuerySource {
    /** `<area>/<name>`. */
    readonly id: string;
    /** Path of the file as errors name it. */
    readonly file: string;
    readonly content: string;
}

export interface QueryFile {
    /** Undefined when there are problems. */
    readonly query: Query | undefined;
    readonly problems: readonly { readonly line: number; readonly message: string }[];
    /** Names of the values its cases look up; undefined when the header is not understood. */
    readonly lookups: ReadonlySet<string> | undefined;
}

/**
 * Reads one query file: a block comment with the header in YAML, then one `select` with `:name` parameters. Everything
 * wrong with it is told at once, as far as one mistake does not hide another.
 *
 * @param values the SQL of each value a case may look up; undefined when that is not known
 */
export function readQueryFile(source: QuerySource, values: ReadonlyMap<string, string> | undefined): QueryFile {
    const parts = /^(\s*\/\*)([^]*?)\*\/([^]*)$/.exec(source.content);
    if (!parts) {
        const message = "the file must begin with a block comment that holds the header";
        return { query: undefined, problems: [{ line: 1, message }], lookups: undefined };
    }
    const [, opening = "", yaml = "", text = ""] = parts;
    const header = parseHeader(yaml);
    const statement = checkStatement(text);
    const linesBeforeHeader = newlines(opening);
    const linesBeforeStatement = newlines(opening + yaml);
    const problems = [
        ...header.problems.map(({ line, message }) => ({ line: linesBeforeHeader + line, message })),
        ...statement.problems.map(({ line, message }) => ({ line: linesBeforeStatement + line, message })),
    ];
    const { value } = header;
    if (!value) return { query: undefined, problems, lookups: undefined };

    const report = (path: readonly string[], message: string): void => {
        problems.push({ line: linesBeforeHeader + header.lineOf(path), message });
    };
    const fileName = source.id.slice(source.id.indexOf("/") + 1);
    if (value.name !== fileName) report(["name"], `"name" is ${value.name}, but the file is called ${fileName}.sql`);
    if (value.writes && statement.kind !== "read") {
        report(["writes"], `"writes" is for a select that calls a function that writes; this statement says it itself`);
    }
    const parameters = Object.entries(value.parameters).map(([name, type]) => ({ name, type }));
    const cases = readCases(value, parameters, values, report);
    const used = new Set(statement.uses?.map(({ name }) => name) ?? parameters.map(({ name }) => name));
    for (const { name } of parameters) {
        if (!used.has(name)) report(["parameters", name], `the statement does not use the parameter :${name}`);
    }
    for (const { name, line } of statement.uses ?? []) {
        if (Object.hasOwn(value.parameters, name)) continue;
        const guess = didYouMean(name, Object.keys(value.parameters));
        const message = `the header declares no parameter "${name}"${guess}`;
        problems.push({ line: linesBeforeStatement + line, message });
    }
    const lookups = new Set(
        cases.flatMap((one) => one.arguments.flatMap((a) => (a.kind === "lookup" ? [a.name] : []))),
    );
    if (problems.length > 0) return { query: undefined, problems, lookups };
    const query: Query = {
        id: source.id,
        file: source.file,
        about: value.about,
        parameters,
        cases,
        requiredIndexes: value.index,
        ...(value.grows !== undefined && { grows: value.grows }),
        targetMsP95: value.target.p95_ms,
        kind: value.writes ? "call" : statement.kind,
        text: numberParameters(text, parameters).trim().replace(/;$/, ""),
    };
    return { query, problems, lookups };
}
