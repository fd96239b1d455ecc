import { changeInWords, changeVariant, expressionChanges } from "../expression-changes.ts";
import type { ChangeKind } from "../expression-changes.ts";
import { alterTable, mutatedPart, plain } from "../names.ts";
import { isNullAnyway } from "../null-disjuncts.ts";
import { ineffectiveIf } from "../operator.ts";
import type { Mutated, Operator } from "../operator.ts";
import { constraintsOf, eachOf } from "../schema.ts";
import type { CheckConstraint, Schema, Table } from "../schema.ts";

/** What each small change of a condition is called in the name of its operator, and does. */
const changeWords: readonly { readonly kind: ChangeKind; readonly does: string }[] = [
    { kind: "conjunct", does: "leaves out one of the terms that AND joins" },
    { kind: "disjunct", does: "leaves out one of the terms that OR joins" },
    { kind: "connective", does: "makes OR of AND, or AND of OR" },
    { kind: "comparison", does: "moves a boundary in, and out, by one step; makes <> of =" },
    { kind: "element", does: "leaves out one element of a list" },
    { kind: "pattern", does: "leaves out an anchor of a regular expression, or ignores case in it" },
];

interface CheckOf {
    readonly table: Table;
    readonly member: CheckConstraint;
}

function checksOf(schema: Schema): CheckOf[] {
    return eachOf(schema, (table) => constraintsOf(table, "check"));
}

function enforcedChecksOf(schema: Schema): CheckOf[] {
    return checksOf(schema).filter(({ member }) => member.isEnforced);
}

function mutated(schema: Schema, of: CheckOf): Mutated {
    return mutatedPart(schema, "constraint", of, of.member.columns);
}

function drop(table: Table, { name }: CheckConstraint): string {
    return alterTable(table, `drop constraint ${plain(name)}`);
}

function add(table: Table, { name, isNoInherit }: CheckConstraint, expression: string, ending = ""): string {
    const noInherit = isNoInherit ? " no inherit" : "";
    return alterTable(table, `add constraint ${plain(name)} check (${expression})${noInherit}${ending}`);
}

export const checkOperators: readonly Operator[] = [
    {
        name: "check-drop",
        class: "check",
        does: "drops a check constraint",
        derive: (schema) =>
            checksOf(schema).map(({ table, member: check }) => ({
                ...mutated(schema, { table, member: check }),
                description: `${table.name}: the check ${check.name} is gone`,
                sql: [drop(table, check)],
                ...ineffectiveIf(!check.isEnforced, "equivalent", "it is not enforced"),
            })),
    },
    {
        name: "check-not-enforced",
        class: "check",
        does: "keeps a check constraint and no longer enforces it",
        derive: (schema) =>
            enforcedChecksOf(schema).map(({ table, member: check }) => ({
                ...mutated(schema, { table, member: check }),
                description: `${table.name}: the check ${check.name} is not enforced`,
                // PostgreSQL 18 has no other way: it alters only foreign keys.
                sql: [drop(table, check), add(table, check, check.expression, " not enforced")],
            })),
    },
    ...changeWords.map(({ kind, does }): Operator => ({
        name: `check-${kind}`,
        class: "check",
        does: `${does}, in a check constraint`,
        derive: (schema) =>
            enforcedChecksOf(schema).flatMap(({ table, member: check }) =>
                expressionChanges(check.expression, kind).map((change) => ({
                    ...mutated(schema, { table, member: check }),
                    variant: changeVariant(change),
                    description: `${table.name}: ${check.name} ${changeInWords(change)}`,
                    sql: [drop(table, check), add(table, check, change.expression)],
                    ...ineffectiveIf(
                        change.kind === "disjunct" && isNullAnyway(check.expression, change.was),
                        "equivalent",
                        "what is left is null where this term is true, and a check refuses only false",
                    ),
                    ...ineffectiveIf(
                        change.isAlwaysTrue === true,
                        "duplicate",
                        "what is asked now is always true, as if it were left out",
                    ),
                })),
            ),
    })),
];
