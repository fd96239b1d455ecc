import { join, relative } from "node:path";
import { glob } from "tinyglobby";
import { usageError } from "../core/errors.ts";
import { compareText } from "../core/finding.ts";
import type { Query } from "../core/query.ts";
import { parseValues } from "./header.ts";
import { problemsError } from "./problem.ts";
import type { Problem } from "./problem.ts";
import { readQueryFile } from "./query-file.ts";
import { loadSqlParser, parseSql } from "../core/sql-text.ts";
import { readText } from "../files/read-text.ts";

/**
 * Reads all query files `<area>/<name>.sql` of a directory, and the `values.yaml` beside the areas.
 *
 * @param relativeTo the directory that paths in findings and errors are relative to
 * @returns the queries, ordered by id
 * @throws one usage error that lists every problem of every file as `file:line: message`
 */
export async function readQueries(directory: string, relativeTo: string): Promise<Query[]> {
    await loadSqlParser();
    const paths = (await glob("**/*.sql", { cwd: directory })).toSorted(compareText);
    const shown = (path: string): string => relative(relativeTo, join(directory, path));
    if (paths.length === 0) {
        throw usageError({
            tried: `read the queries in ${shown("")}`,
            happened: "there is no file <area>/<name>.sql in it",
            remedy: "add a query file (docs/queries.md describes the format) or correct the directory in the configuration",
        });
    }
    const problems: Problem[] = [];
    const values = await readValues(directory, shown("values.yaml"), problems);
    const queries: Query[] = [];
    const used = new Set<string>();
    let allHeadersRead = true;
    for (const path of paths) {
        const file = shown(path);
        const id = path.slice(0, -".sql".length);
        if (!/^[a-z][a-z0-9_]*\/[a-z][a-z0-9_]*$/.test(id)) {
            const message =
                "a query file has its place at <area>/<name>.sql, both lower-case letters, digits and underscores";
            problems.push({ file, line: 1, message });
            continue;
        }
        const read = readQueryFile({ id, file, content: await readText(join(directory, path)) }, values.sql);
        problems.push(...read.problems.map((problem) => ({ file, ...problem })));
        if (read.query) queries.push(read.query);
        if (read.lookups) for (const name of read.lookups) used.add(name);
        else allHeadersRead = false;
    }
    if (allHeadersRead) {
        for (const name of values.sql?.keys() ?? []) {
            if (used.has(name)) continue;
            problems.push({
                file: values.file,
                line: values.lineOf(name),
                message: `no query uses the value "${name}"`,
            });
        }
    }
    if (problems.length > 0) throw problemsError(shown(""), problems);
    return queries;
}

interface Values {
    readonly file: string;
    /** What looks each value up; undefined when the file is not understood. */
    readonly sql: ReadonlyMap<string, string> | undefined;
    lineOf(name: string): number;
}

/** Reads `values.yaml`, which a directory without lookups need not have, and adds what is wrong with it to `problems`. */
async function readValues(directory: string, file: string, problems: Problem[]): Promise<Values> {
    const yaml = await readText(join(directory, "values.yaml")).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === "ENOENT") return "{}";
        throw cause;
    });
    const parsed = parseValues(yaml);
    problems.push(...parsed.problems.map((problem) => ({ file, ...problem })));
    const sql = parsed.value && new Map(Object.entries(parsed.value));
    const lineOf = (name: string): number => parsed.lineOf([name]);
    for (const [name, text] of sql ?? []) {
        const statements = parseSql(text);
        const message =
            "message" in statements
                ? statements.message
                : statements.length !== 1
                  ? `it must be one statement, not ${statements.length}`
                  : undefined;
        if (message) problems.push({ file, line: lineOf(name), message: `value "${name}": ${message}` });
    }
    return { file, sql, lineOf };
}
