import { isBracket, isKeyword, splitAt, textOf } from "../bracket-tree.ts";
import type { Part } from "../bracket-tree.ts";
import { assertion, sqlName, subjectOf } from "../names.ts";
import type { Draft, Operator } from "../operator.ts";
import { eachOf } from "../schema.ts";
import type { Index, Schema, Table } from "../schema.ts";
import { clauseAt, spliced, statementParts } from "../statement-parts.ts";

interface IndexOf {
    readonly table: Table;
    readonly member: Index;
}

function indexesOf(schema: Schema, isUnique: boolean): IndexOf[] {
    return eachOf(schema, ({ indexes }) => indexes.filter((index) => index.isUnique === isUnique));
}

function mutated(
    schema: Schema,
    { table, member }: IndexOf,
): Pick<Draft, "subject" | "owner" | "names" | "suggestion"> {
    return {
        subject: subjectOf(table, member.name),
        owner: { schema: table.schema, name: table.name },
        names: [member.name, ...member.columns],
        suggestion: assertion(
            "index_is",
            table.schema,
            table.name,
            member.name,
            schema.definitionOf("index", table, member.name),
        ),
    };
}

function drop({ table, member }: IndexOf): string {
    return `drop index ${sqlName({ schema: table.schema, name: member.name })}`;
}

export const indexOperators: readonly Operator[] = [
    {
        name: "unique-index-drop",
        class: "unique-index",
        does: "drops a unique index that no constraint owns",
        derive: (schema) =>
            indexesOf(schema, true).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the unique index ${of.member.name} is gone`,
                sql: [drop(of)],
            })),
    },
    {
        name: "unique-index-plain",
        class: "unique-index",
        does: "makes a plain index of a unique one",
        derive: (schema) =>
            indexesOf(schema, true).map((of) => {
                const parts = statementParts(of.member.definition);
                return {
                    ...mutated(schema, of),
                    description: `${of.table.name}: the index ${of.member.name} is not unique`,
                    sql: [drop(of), spliced(parts, clauseAt(parts, "unique"), 1)],
                };
            }),
    },
    {
        name: "unique-index-predicate-drop",
        class: "unique-index",
        does: "lets all rows be unique where only some must be",
        derive: (schema) =>
            indexesOf(schema, true).flatMap((of) => {
                const parts = statementParts(of.member.definition);
                const at = predicateAt(parts);
                if (at < 0) return [];
                return [
                    {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} holds for every row`,
                        sql: [drop(of), spliced(parts, at, parts.length - at)],
                    },
                ];
            }),
    },
    {
        name: "index-drop",
        class: "index",
        does: "drops an index; only plans can notice",
        derive: (schema) =>
            indexesOf(schema, false).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the index ${of.member.name} is gone`,
                sql: [drop(of)],
                oracle: "plan",
            })),
    },
    replacement("index-key-order", "puts the second key of an index first; only plans can notice", (parts) => {
        const at = parts.findIndex(isBracket);
        const keys = parts[at];
        if (!isBracket(keys)) return undefined;
        const [first, second, ...rest] = splitAt(keys.parts, (part) => !isBracket(part) && part.text === ",");
        if (!first || !second) return undefined;
        const swapped = [second, first, ...rest].map((key) => textOf(...key)).join(", ");
        return { sql: spliced(parts, at, 1, `(${swapped})`), what: "has its first two keys the other way round" };
    }),
    replacement("index-predicate-drop", "takes all rows into an index of some; only plans can notice", (parts) => {
        const at = predicateAt(parts);
        if (at < 0) return undefined;
        return { sql: spliced(parts, at, parts.length - at), what: "holds every row" };
    }),
    replacement(
        "index-predicate-not",
        "takes into an index of some rows the others; only plans can notice",
        (parts) => {
            const at = predicateAt(parts);
            if (at < 0) return undefined;
            const others = `where not (${textOf(...parts.slice(at + 1))})`;
            return { sql: spliced(parts, at, parts.length - at, others), what: "holds the rows that it left out" };
        },
    ),
];

function predicateAt(parts: readonly Part[]): number {
    return parts.findIndex((part) => isKeyword(part, "where"));
}

/** Makes another index of the same name of each plain one that can be changed so. */
function replacement(
    name: string,
    does: string,
    change: (parts: readonly Part[]) => { readonly sql: string; readonly what: string } | undefined,
): Operator {
    return {
        name,
        class: "index",
        does,
        derive: (schema) =>
            indexesOf(schema, false).flatMap((of) => {
                const changed = change(statementParts(of.member.definition));
                if (!changed) return [];
                const { sql, what } = changed;
                const description = `${of.table.name}: ${of.member.name} ${what}`;
                return [{ ...mutated(schema, of), description, sql: [drop(of), sql], oracle: "plan" as const }];
            }),
    };
}
