import { shownName } from "../core/shown-name.ts";
import type { Catalog, ForeignKey, Privilege, Table } from "./catalog.ts";
import { tableDiagram } from "./er-diagram.ts";
import { code, markdownTable, prose, section } from "./markdown.ts";
import { linkTo, typeText } from "./page-links.ts";

/** The page of a table or view. */
export function tableText(table: Table, catalog: Catalog): string[] {
    const isView = table.kind !== "table";
    const referring = catalog.tables.flatMap((other) =>
        other.foreignKeys
            .filter((key) => key.targetSchema === table.schema && key.targetTable === table.name)
            .map((key) => ({ other, key })),
    );
    return [
        `# ${prose(shownName(table))}`,
        isView ? `A ${table.kind}.` : "",
        prose(table.comment),
        ...section("Columns", table.columns, (columns) =>
            markdownTable(
                ["column", "type", "null", "default", "means"],
                columns.map((column) => [
                    code(column.name),
                    typeText(column.type, catalog.enums),
                    column.isNullable && !isView ? "yes" : "",
                    column.default === null ? "" : code(column.default),
                    prose(column.comment),
                ]),
            ),
        ),
        ...section("Constraints", table.constraints, (constraints) =>
            markdownTable(
                ["constraint", "definition", "means"],
                constraints.map(({ name, definition, comment }) => [code(name), code(definition), prose(comment)]),
            ),
        ),
        ...section("Refers to", table.foreignKeys, (keys) =>
            markdownTable(
                ["table", "foreign key", "definition", "means"],
                keys.map((key) => [linkTo(target(key)), code(key.name), code(key.definition), prose(key.comment)]),
            ),
        ),
        ...section("Referred to by", referring, (all) =>
            markdownTable(
                ["table", "foreign key", "columns"],
                all.map(({ other, key }) => [linkTo(other), code(key.name), key.columns.map(code).join(", ")]),
            ),
        ),
        ...section("Indexes", table.indexes, (indexes) =>
            markdownTable(
                ["index", "unique", "definition", "means"],
                indexes.map(({ name, isUnique, definition, comment }) => [
                    code(name),
                    isUnique ? "yes" : "",
                    code(definition),
                    prose(comment),
                ]),
            ),
        ),
        ...section("Triggers", table.triggers, (triggers) =>
            markdownTable(
                ["trigger", "definition", "enabled", "means"],
                triggers.map(({ name, definition, isEnabled, comment }) => [
                    code(name),
                    code(definition),
                    isEnabled ? "" : "no",
                    prose(comment),
                ]),
            ),
        ),
        ...rowSecurity(table),
        ...section("Privileges", table.privileges, privileges),
        ...(isView ? [] : ["## Diagram", tableDiagram(table, catalog)]),
    ];
}

/** Which rows who sees and writes; nothing for a table that asks no policy and has none. */
function rowSecurity({ rowSecurity: state, policies }: Table): string[] {
    if (state === "none" && policies.length === 0) return [];
    const says = {
        none: "It is not enabled: the policies below are not asked.",
        enabled: "Enabled; the owner sees every row.",
        forced: "Enabled, and forced: the owner obeys it, too.",
    };
    const list = markdownTable(
        ["policy", "for", "roles", "rows that are there", "rows that are written", "means"],
        policies.map(({ name, command, isPermissive, roles, using, check, comment }) => [
            code(name),
            isPermissive ? command : `${command}, restrictive`,
            roles.map(code).join(", "),
            using === null ? "" : code(using),
            check === null ? "" : code(check),
            prose(comment),
        ]),
    );
    return ["## Row-level security", says[state], policies.length > 0 ? list : "There is no policy."];
}

/** A line a role: what it may do with the whole table, and with some columns. */
function privileges(all: readonly Privilege[]): string {
    const roles = [...new Set(all.map(({ role }) => role))];
    return markdownTable(
        ["role", "may", "with some columns"],
        roles.map((role) => {
            const its = all.filter((privilege) => privilege.role === role);
            const whole = its.flatMap(({ privilege, columns }) => (columns === null ? [privilege] : []));
            const partial = its.flatMap(({ privilege, columns }) =>
                columns === null ? [] : [`${privilege} ${columns.map(code).join(", ")}`],
            );
            return [code(role), whole.join(", "), partial.join("; ")];
        }),
    );
}

function target({ targetSchema, targetTable }: ForeignKey): { readonly schema: string; readonly name: string } {
    return { schema: targetSchema, name: targetTable };
}
