import { isBracket, isKeyword, splitAt, textOf, word } from "../bracket-tree.ts";
import type { Part } from "../bracket-tree.ts";
import { mutatedPart, sqlName } from "../names.ts";
import type { Mutated, Operator } from "../operator.ts";
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

function mutated(schema: Schema, of: IndexOf): Mutated {
    return mutatedPart(schema, "index", of, of.member.columns);
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
        const [first, second, ...rest] = keysOf(parts);
        if (!first || !second) return [];
        return [{ sql: withKeys(parts, [second, first, ...rest]), what: "has its first two keys the other way round" }];
    }),
    replacement(
        "index-operator-class",
        "gives a key of an index another operator class for its type; only plans can notice",
        (parts, { otherClasses }) => {
            const keys = keysOf(parts);
            return keys.flatMap((key, place) => {
                const other = otherClasses[place];
                if (other === undefined || other === null) return [];
                const { from, to } = operatorClassIn(key);
                const change = `${textOf(...key.slice(0, from))} ${other}`;
                const changed = [word(change), ...key.slice(to)];
                const sql = withKeys(parts, keys.with(place, changed));
                return [{ sql, what: `has ${change}`, variant: change }];
            });
        },
    ),
    replacement("index-predicate-drop", "takes all rows into an index of some; only plans can notice", (parts) => {
        const at = predicateAt(parts);
        if (at < 0) return [];
        return [{ sql: spliced(parts, at, parts.length - at), what: "holds every row" }];
    }),
    replacement(
        "index-predicate-not",
        "takes into an index of some rows the others; only plans can notice",
        (parts) => {
            const at = predicateAt(parts);
            if (at < 0) return [];
            const others = `where not (${textOf(...parts.slice(at + 1))})`;
            return [{ sql: spliced(parts, at, parts.length - at, others), what: "holds the rows that it left out" }];
        },
    ),
];

function predicateAt(parts: readonly Part[]): number {
    return parts.findIndex((part) => isKeyword(part, "where"));
}

/** The keys of an index, each with what is said about it. */
function keysOf(parts: readonly Part[]): Part[][] {
    const keys = parts.find(isBracket);
    return keys ? splitAt(keys.parts, (part) => !isBracket(part) && part.text === ",") : [];
}

/** The statement with other keys. */
function withKeys(parts: readonly Part[], keys: readonly (readonly Part[])[]): string {
    return spliced(parts, parts.findIndex(isBracket), 1, `(${keys.map((key) => textOf(...key)).join(", ")})`);
}

/**
 * Where the operator class of a key stands, or would stand: behind a column, a call or an expression in brackets and its
 * collation, before its direction.
 */
function operatorClassIn(key: readonly Part[]): { readonly from: number; readonly to: number } {
    let from = nameEnd(key, 0);
    if (isCall(key[from])) from++;
    if (isKeyword(key[from], "collate")) from = nameEnd(key, from + 1);
    const direction = key.findIndex((part, i) => i >= from && isKeyword(part, "asc", "desc", "nulls"));
    return { from, to: direction < 0 ? key.length : direction };
}

/** Behind a name with or without a schema, or an expression in brackets. */
function nameEnd(parts: readonly Part[], at: number): number {
    const dot = parts[at + 1];
    return dot && !isBracket(dot) && dot.text === "." ? nameEnd(parts, at + 2) : at + 1;
}

/** PostgreSQL puts a space before the brackets of an operator class's options, and none before those of a call. */
function isCall(part: Part | undefined): boolean {
    return isBracket(part) && part.open?.gap === "";
}

/** What is made in place of an index. */
interface Replacement {
    readonly sql: string;
    /** What it does, in plain words. */
    readonly what: string;
    readonly variant?: string;
}

/** Makes another index of the same name of each plain one, in every way in which it can be changed so. */
function replacement(
    name: string,
    does: string,
    change: (parts: readonly Part[], index: Index) => readonly Replacement[],
): Operator {
    return {
        name,
        class: "index",
        does,
        derive: (schema) =>
            indexesOf(schema, false).flatMap((of) =>
                change(statementParts(of.member.definition), of.member).map(({ sql, what, variant }) => ({
                    ...mutated(schema, of),
                    ...(variant !== undefined && { variant }),
                    description: `${of.table.name}: ${of.member.name} ${what}`,
                    sql: [drop(of), sql],
                    oracle: "plan" as const,
                })),
            ),
    };
}
