import { quoteLiteral } from "../../core/quote.ts";
import { isKeyword, textOf } from "../bracket-tree.ts";
import { plain, sqlName, subjectOf } from "../names.ts";
import type { Constraint, Schema, Table } from "../schema.ts";
import { statementParts } from "../statement-parts.ts";
import { constraintKinds, ruleName } from "./rule.ts";
import { toldPrefix } from "./telling-handlers.ts";

/** A rule, and the condition that holds for a row which the rule has judged and let pass. */
interface Passed {
    readonly rule: string;
    readonly condition: string;
}

/** Statements after which every table tells which of its rules a statement's rows got past, and which labels they have. */
export function acceptedRows(schema: Schema): string[] {
    return schema.tables.filter(({ kind }) => kind === "table").flatMap((table) => watchTable(schema, table));
}

function watchTable(schema: Schema, table: Table): string[] {
    const passed = [...table.constraints.map((one) => passedConstraint(table, one)), ...passedOthers(schema, table)];
    const rules = passed.map(
        ({ rule, condition }) =>
            `case when exists (select from pgassay_rows where ${condition}) then ${quoteLiteral(rule)} end`,
    );
    const told = [`array[${rules.join(", ")}]::text[]`, ...labelsOf(schema, table)];
    return ["insert", "update"].flatMap((event) => {
        const name = sqlName({ schema: "tap", name: `pgassay ${event} ${subjectOf(table)}`.slice(0, 63) });
        const body = `
#variable_conflict use_column
begin
    if exists (select from pgassay_rows) then
        raise info '${toldPrefix}%', pg_catalog.jsonb_build_object(
            'told', 'accepted', 'rules', pg_catalog.to_jsonb(${told.join(" || ")})
        );
    end if;
    return null;
end`;
        return [
            // With the rights of whoever watches: a role that may only insert cannot read what it inserted.
            `create function ${name}() returns trigger language plpgsql security definer set search_path = '' ` +
                `as ${quoteLiteral(body)}`,
            `create trigger zzzz_pgassay_${event} after ${event} on ${sqlName(table)} ` +
                `referencing new table as pgassay_rows ` +
                `for each statement execute function ${name}()`,
        ];
    });
}

function passedConstraint(table: Table, constraint: Constraint): Passed {
    const rule = ruleName(constraintKinds[constraint.kind], table, constraint.name);
    // A check lets null pass as well, and that is no case it has judged.
    if (constraint.kind === "check") return { rule, condition: `(${constraint.expression}) is true` };
    return { rule, condition: allGiven(constraint.columns) };
}

/** Columns that are all given: with a null among them keys are not asked. */
function allGiven(columns: readonly string[]): string {
    return columns.length === 0 ? "true" : columns.map((column) => `${plain(column)} is not null`).join(" and ");
}

function passedOthers(schema: Schema, table: Table): Passed[] {
    const notNull = table.columns.filter(({ isNotNull }) => isNotNull);
    const unique = table.indexes.filter(({ isUnique }) => isUnique);
    return [
        ...notNull.map(({ name }) => ({ rule: ruleName("not-null", table, name), condition: "true" })),
        ...unique.map(({ name, definition, columns }) => {
            const parts = statementParts(definition);
            const where = parts.findIndex((part) => isKeyword(part, "where"));
            const predicate = where < 0 ? "true" : textOf(...parts.slice(where + 1));
            return {
                rule: ruleName("unique-index", table, name),
                condition: `(${allGiven(columns)}) and (${predicate})`,
            };
        }),
        ...schema.domains.flatMap((domain) => {
            const columns = table.columns.filter(({ type }) => isOfType(type, domain));
            const rules = [
                ...domain.checks.map(({ name }) => ruleName("domain-check", domain, name)),
                ...(domain.isNotNull ? [ruleName("domain-not-null", domain)] : []),
            ];
            return columns.flatMap(({ name }) =>
                rules.map((rule) => ({ rule, condition: `${plain(name)} is not null` })),
            );
        }),
    ];
}

/** Expressions for the rules that the labels in some rows stand for. */
function labelsOf({ enums }: Schema, table: Table): string[] {
    return table.columns.flatMap(({ name, type }) => {
        const isArray = type.endsWith("[]");
        const labels = enums.find((one) => isOfType(isArray ? type.slice(0, -2) : type, one));
        if (!labels) return [];
        const label = isArray ? "label" : plain(name);
        const from = isArray ? `pgassay_rows, pg_catalog.unnest(${plain(name)}) as label` : "pgassay_rows";
        const rule = `${quoteLiteral(`${ruleName("enum-label", labels)} `)} || ${label}::text`;
        return [
            `coalesce((select pg_catalog.array_agg(distinct ${rule}) from ${from} where ${label} is not null), '{}')`,
        ];
    });
}

function isOfType(type: string, name: { readonly schema: string; readonly name: string }): boolean {
    return type.replaceAll('"', "") === subjectOf(name);
}
