import { bracketsOf, bracketTree, isKeyword, textOf, withBracket, word } from "../bracket-tree.ts";
import type { Bracket, Part } from "../bracket-tree.ts";
import { expressionChanges } from "../expression-changes.ts";
import { assertion, sqlName, subjectOf } from "../names.ts";
import type { Mutated, Operator } from "../operator.ts";
import type { Schema, Table } from "../schema.ts";

interface View extends Table {
    readonly query: string;
}

function viewsOf(schema: Schema): View[] {
    return schema.tables.flatMap((table) => (table.query === null ? [] : [{ ...table, query: table.query }]));
}

function mutated(schema: Schema, view: View): Mutated {
    return {
        subject: subjectOf(view),
        owner: { schema: view.schema, name: view.name },
        names: [view.name],
        suggestion: assertion("view_is", view.schema, view.name, schema.definitionOf("view", view)),
    };
}

/** The same view with another query; what it is replaced with must repeat the options. */
function replaced(view: View, query: string): string[] {
    const options = view.options.length > 0 ? ` with (${view.options.join(", ")})` : "";
    return [`create or replace view ${sqlName(view)}${options} as ${query.replace(/;$/, "")}`];
}

/** A WHERE of a query or of one of its subqueries. */
interface Where {
    readonly root: Bracket;
    readonly bracket: Bracket;
    /** Where it stands in the bracket. */
    readonly at: number;
    readonly condition: readonly Part[];
}

const afterWhere = ["group", "having", "window", "union", "intersect", "except", "order", "limit", "offset", "fetch"];

function wheresOf(query: string): Where[] {
    const root = bracketTree(query);
    return bracketsOf(root).flatMap((bracket) =>
        bracket.parts.flatMap((part, at) => {
            // A bracket that begins with it is the filter of an aggregate.
            if (!isKeyword(part, "where") || at === 0) return [];
            const rest = bracket.parts.slice(at + 1);
            const end = rest.findIndex(
                (each) => isKeyword(each, ...afterWhere, "for") || (!("parts" in each) && each.text === ";"),
            );
            return [{ root, bracket, at, condition: end < 0 ? rest : rest.slice(0, end) }];
        }),
    );
}

/** The query with another condition, or with none. */
function withCondition({ root, bracket, at, condition }: Where, other: string | undefined): string {
    const parts = [
        ...bracket.parts.slice(0, at),
        ...(other === undefined ? [] : [word("WHERE"), word(other)]),
        ...bracket.parts.slice(at + 1 + condition.length),
    ];
    return textOf(withBracket(root, bracket, { ...bracket, parts }));
}

function optionOperator(
    name: string,
    does: string,
    change: (options: readonly string[]) => { readonly sql: string; readonly description: string } | undefined,
): Operator {
    return {
        name,
        class: "view",
        does,
        derive: (schema) =>
            viewsOf(schema).flatMap((view) => {
                const changed = change(view.options);
                if (!changed) return [];
                return [
                    {
                        ...mutated(schema, view),
                        description: `${view.name} ${changed.description}`,
                        sql: [`alter view ${sqlName(view)} ${changed.sql}`],
                    },
                ];
            }),
    };
}

function isOn(options: readonly string[], name: string): boolean {
    return options.some((option) => option === `${name}=true` || option === `${name}=on` || option === `${name}=1`);
}

export const viewOperators: readonly Operator[] = [
    optionOperator(
        "view-rights",
        "reads a view with its owner's rights instead of the reader's, or with the reader's",
        (options) =>
            isOn(options, "security_invoker")
                ? { sql: "reset (security_invoker)", description: "reads with the rights of its owner" }
                : { sql: "set (security_invoker = true)", description: "reads with the rights of who asks" },
    ),
    optionOperator("view-barrier-drop", "lets conditions of a reader see the rows that a view hides", (options) =>
        isOn(options, "security_barrier")
            ? { sql: "reset (security_barrier)", description: "is no barrier" }
            : undefined,
    ),
    optionOperator("view-check-drop", "lets rows be written through a view that it does not show", (options) =>
        options.some((option) => option.startsWith("check_option="))
            ? { sql: "reset (check_option)", description: "has no check option" }
            : undefined,
    ),
    {
        name: "view-where-drop",
        class: "view",
        does: "drops a condition of the query of a view, or of one of its subqueries",
        derive: (schema) =>
            viewsOf(schema).flatMap((view) =>
                wheresOf(view.query).map((where) => ({
                    ...mutated(schema, view),
                    variant: textOf(...where.condition).replaceAll(/\s+/g, " "),
                    description: `${view.name} does not ask for ${textOf(...where.condition).replaceAll(/\s+/g, " ")}`,
                    sql: replaced(view, withCondition(where, undefined)),
                })),
            ),
    },
    {
        name: "view-where-conjunct",
        class: "view",
        does: "leaves out one of the terms of such a condition",
        derive: (schema) =>
            viewsOf(schema).flatMap((view) =>
                wheresOf(view.query).flatMap((where) =>
                    expressionChanges(textOf(...where.condition), "conjunct").map((change) => ({
                        ...mutated(schema, view),
                        variant: change.was.replaceAll(/\s+/g, " "),
                        description: `${view.name} does not ask for ${change.was.replaceAll(/\s+/g, " ")}`,
                        sql: replaced(view, withCondition(where, change.expression)),
                    })),
                ),
            ),
    },
];
