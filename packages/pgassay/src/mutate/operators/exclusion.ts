import { isBracket, isKeyword, splitAt, textOf, word } from "../bracket-tree.ts";
import type { Part } from "../bracket-tree.ts";
import { alterTable, mutatedPart, plain } from "../names.ts";
import type { Mutated, Operator } from "../operator.ts";
import { constraintsOf, eachOf } from "../schema.ts";
import type { ExclusionConstraint, Schema, Table } from "../schema.ts";
import { clauseAt, spliced, statementParts } from "../statement-parts.ts";

interface ExclusionOf {
    readonly table: Table;
    readonly member: ExclusionConstraint;
    /** `EXCLUDE USING gist (room WITH =, during WITH &&) WHERE (…)`. */
    readonly parts: readonly Part[];
    /** Where its elements stand in `parts`. */
    readonly at: number;
    readonly elements: readonly (readonly Part[])[];
}

function exclusionsOf(schema: Schema): ExclusionOf[] {
    return eachOf(schema, (table) => constraintsOf(table, "exclusion")).map(({ table, member }) => {
        const parts = statementParts(member.definition);
        const at = parts.findIndex(isBracket);
        const bracket = parts[at];
        const isComma = (part: Part): boolean => !isBracket(part) && part.text === ",";
        return { table, member, parts, at, elements: isBracket(bracket) ? splitAt(bracket.parts, isComma) : [] };
    });
}

function mutated(schema: Schema, of: ExclusionOf): Mutated {
    return mutatedPart(schema, "constraint", of, of.member.columns);
}

function drop({ table, member }: ExclusionOf): string {
    return alterTable(table, `drop constraint ${plain(member.name)}`);
}

function replaced(of: ExclusionOf, definition: string): string[] {
    return [drop(of), alterTable(of.table, `add constraint ${plain(of.member.name)} ${definition}`)];
}

function withElements({ parts, at }: ExclusionOf, elements: readonly (readonly Part[])[]): string {
    return spliced(parts, at, 1, `(${elements.map((element) => textOf(...element)).join(", ")})`);
}

export const exclusionOperators: readonly Operator[] = [
    {
        name: "exclusion-drop",
        class: "exclusion",
        does: "drops an exclusion constraint",
        derive: (schema) =>
            exclusionsOf(schema).map((of) => ({
                ...mutated(schema, of),
                description: `${of.table.name}: the exclusion ${of.member.name} is gone`,
                sql: [drop(of)],
            })),
    },
    {
        name: "exclusion-element-drop",
        class: "exclusion",
        does: "leaves out one of the elements of an exclusion constraint, so that it excludes more",
        derive: (schema) =>
            exclusionsOf(schema)
                .filter(({ elements }) => elements.length > 1)
                .flatMap((of) =>
                    of.elements.map((element, i) => ({
                        ...mutated(schema, of),
                        variant: textOf(...element),
                        description: `${of.table.name}: ${of.member.name} does not compare ${textOf(...element)}`,
                        sql: replaced(
                            of,
                            withElements(
                                of,
                                of.elements.filter((_, j) => j !== i),
                            ),
                        ),
                    })),
                ),
    },
    {
        name: "exclusion-operator",
        class: "exclusion",
        does: "excludes what is equal instead of what overlaps",
        derive: (schema) =>
            exclusionsOf(schema).flatMap((of) =>
                of.elements.flatMap((element, i) => {
                    const at = element.findIndex((part) => !isBracket(part) && part.text === "&&");
                    if (at < 0) return [];
                    const changed = element.map((part, j) => (j === at ? word("=") : part));
                    return [
                        {
                            ...mutated(schema, of),
                            variant: textOf(...element),
                            description: `${of.table.name}: ${of.member.name} asks for ${textOf(...changed)}`,
                            sql: replaced(
                                of,
                                withElements(
                                    of,
                                    of.elements.map((each, j) => (j === i ? changed : each)),
                                ),
                            ),
                        },
                    ];
                }),
            ),
    },
    {
        name: "exclusion-predicate-drop",
        class: "exclusion",
        does: "excludes all rows where only some exclude each other",
        derive: (schema) =>
            exclusionsOf(schema).flatMap((of) => {
                const at = clauseAt(of.parts, "where");
                if (at < 0 || !isKeyword(of.parts[at], "where")) return [];
                return [
                    {
                        ...mutated(schema, of),
                        description: `${of.table.name}: ${of.member.name} holds for every row`,
                        sql: replaced(of, spliced(of.parts, at, 2)),
                    },
                ];
            }),
    },
];
