import type { Finding } from "../core/finding.ts";
import type { Capture } from "./capture.ts";
import type { ColumnFigures, TableFigures } from "./figures.ts";
import { qualifiedName } from "./figures.ts";

/**
 * Compares captured statistics with the schema they are to be used with: every table, column, index, reference
 * and `create statistics` object must be in both, columns with the same type, indexes and objects with the same definition;
 * and what is declared about how ANALYZE samples a column, and how full a table is, must be the same.
 *
 * @param present the same schema's tables as a database without rows has them
 * @param lookups the names of the values that cases look up
 */
export function checkCapture(capture: Capture, present: readonly TableFigures[], lookups: Iterable<string>): Finding[] {
    const captured = new Map(capture.tables.map(({ figures }) => [qualifiedName(figures), figures]));
    const known = new Map(present.map((table) => [qualifiedName(table), table]));
    const tables = [...new Set([...captured.keys(), ...known.keys()])].map((name) =>
        stale(name, differences(captured.get(name), known.get(name))),
    );
    const values = [...new Set(lookups)].filter((name) => !Object.hasOwn(capture.values, name));
    return [
        ...tables,
        stale(
            "values.yaml",
            values.map((name) => `the value ${name} was not looked up`),
        ),
    ].flat();
}

/**
 * Compares the dataset that was captured with the one there is now. The plans are then those of rows that nobody has
 * any more, and yet of rows that somebody had: a warning.
 *
 * @param present the digest as it would be captured now
 */
export function checkCapturedDataset({ dataset }: Capture, present: Omit<Capture["dataset"], "seed">): Finding[] {
    if (dataset.name === present.name && dataset.digest === present.digest) return [];
    const what =
        dataset.name === present.name
            ? "its rows follow from other models now"
            : `the statistics are of ${dataset.name}`;
    return [
        {
            code: "statistics-dataset-changed",
            severity: "warning",
            subject: present.name,
            message: `${what}; capture them again: \`pgassay stats capture\``,
        },
    ];
}

/** What the captured statistics know, and no model of theirs: the planner takes these columns to be independent. */
export function findGaps({ tables }: Capture): Finding[] {
    return tables.flatMap(({ figures }) =>
        figures.declared.flatMap(({ name, gap }) =>
            gap === undefined
                ? []
                : [
                      {
                          code: "model-incomplete",
                          severity: "warning" as const,
                          subject: qualifiedName(figures),
                          message: `statistics ${name} are not modelled: ${gap}; plans at modelled scales do without`,
                      },
                  ],
        ),
    );
}

function stale(subject: string, what: readonly string[]): Finding[] {
    if (what.length === 0) return [];
    return [
        {
            code: "statistics-stale",
            severity: "error",
            subject,
            message: "the captured statistics are not of this schema; capture them again: `pgassay stats capture`",
            detail: what.join("\n"),
        },
    ];
}

function differences(captured: TableFigures | undefined, present: TableFigures | undefined): string[] {
    if (captured === undefined) return ["the table is new"];
    if (present === undefined) return ["there is no such table any more"];
    return [
        ...(captured.filling === present.filling
            ? []
            : [otherwise("the table is filled", captured.filling, present.filling)]),
        ...compareNames("column", columnsOf(captured.columns), columnsOf(present.columns)),
        ...compareSampling(captured.columns, present.columns),
        ...compareDefinitions("index", captured.indexes, present.indexes),
        ...compareDefinitions("statistics", captured.declared, present.declared),
        ...compareNames("reference", referencesOf(captured), referencesOf(present)),
    ];
}

function referencesOf({ references }: TableFigures): string[] {
    return references.map(({ column, table }) => `from ${column} to ${table}`);
}

function columnsOf(columns: readonly ColumnFigures[]): string[] {
    return [...new Set(columns.map(({ name, type }) => `${name} (${type})`))];
}

/** A partitioned table has its columns twice, and one declaration for both. */
function compareSampling(captured: readonly ColumnFigures[], present: readonly ColumnFigures[]): string[] {
    const before = new Map(captured.map(({ name, sampling }) => [name, sampling]));
    const now = new Map(present.map(({ name, sampling }) => [name, sampling]));
    return [...now].flatMap(([name, sampling]) =>
        !before.has(name) || before.get(name) === sampling
            ? []
            : [otherwise(`column ${name} is sampled`, before.get(name), sampling)],
    );
}

function otherwise(what: string, was: string | undefined, is: string | undefined): string {
    return `${what} with ${is ?? "nothing declared"}, and was with ${was ?? "nothing declared"}`;
}

interface Defined {
    readonly name: string;
    readonly definition: string;
}

function compareDefinitions(what: string, captured: readonly Defined[], present: readonly Defined[]): string[] {
    const names = (all: readonly Defined[]): string[] => all.map(({ name }) => name);
    const isAnother = ({ name, definition }: Defined): boolean =>
        captured.some((one) => one.name === name && one.definition !== definition);
    return [
        ...compareNames(what, names(captured), names(present)),
        ...present.filter(isAnother).map(({ name }) => `${what} ${name} is another one`),
    ];
}

function compareNames(what: string, captured: readonly string[], present: readonly string[]): string[] {
    return [
        ...present.filter((name) => !captured.includes(name)).map((name) => `${what} ${name} is new`),
        ...captured.filter((name) => !present.includes(name)).map((name) => `${what} ${name} is gone`),
    ];
}
