import { shownName } from "../core/shown-name.ts";
import type { Catalog, Enum, ForeignKey, Table } from "./catalog.ts";
import { overviewDiagram, tableDiagram } from "./er-diagram.ts";
import { code, markdownTable, prose } from "./markdown.ts";

/** The first line of every page: what bears it may be written over and removed, everything else is somebody's work. */
export const pageMark = "<!-- Written by `pgassay docs` from the catalog: edit the comments in the schema instead. -->";

const indexPage = "README.md";
const enumsPage = "enums.md";

/** The documentation of a schema: the text of each page by its file name. */
export function documentationPages(catalog: Catalog): ReadonlyMap<string, string> {
    return new Map([
        [indexPage, page(index(catalog))],
        ...(catalog.enums.length > 0 ? [[enumsPage, page(enums(catalog.enums))] as const] : []),
        ...catalog.tables.map((table) => [tablePage(table), page(tableText(table, catalog))] as const),
    ]);
}

function page(blocks: readonly string[]): string {
    return `${[pageMark, ...blocks.filter((block) => block !== "")].join("\n\n")}\n`;
}

/** The schema is part of the name, so that no table takes the name of another page. */
function tablePage({ schema, name }: { readonly schema: string; readonly name: string }): string {
    // What a name may hold and a file name may not.
    return `${schema}.${name}.md`.replaceAll(/[^\p{L}\p{N}_.-]/gu, (character) => encodeURIComponent(character));
}

function linkTo(table: { readonly schema: string; readonly name: string }): string {
    return `[${prose(shownName(table))}](${encodeURI(tablePage(table))})`;
}

function index(catalog: Catalog): string[] {
    const tables = catalog.tables.filter(({ kind }) => kind === "table");
    const views = catalog.tables.filter(({ kind }) => kind !== "table");
    const list = (of: readonly Table[]): string =>
        markdownTable(
            ["name", "columns", "holds"],
            of.map((table) => [linkTo(table), String(table.columns.length), prose(table.comment)]),
        );
    return [
        "# The schema",
        ...section("Tables", tables, list),
        ...section("Views", views, list),
        ...(catalog.enums.length > 0 ? [`The values of the enumerated types are [listed apart](${enumsPage}).`] : []),
        ...section("Diagram", tables, () =>
            [
                "A line is one or more foreign keys, labelled with their columns. Each page has its table's own diagram.",
                overviewDiagram(catalog),
            ].join("\n\n"),
        ),
    ];
}

function enums(all: readonly Enum[]): string[] {
    return [
        "# Enumerated types",
        "Values stand in the order in which they compare.",
        ...all.flatMap((type) => [
            `## ${prose(shownName(type))}`,
            prose(type.comment),
            type.labels.map((label) => `- ${code(label)}`).join("\n"),
        ]),
    ];
}

function tableText(table: Table, catalog: Catalog): string[] {
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
        ...(isView ? [] : ["## Diagram", tableDiagram(table, catalog)]),
    ];
}

/** A heading and what follows it, or nothing if there is nothing to list. */
function section<T>(heading: string, items: readonly T[], render: (items: readonly T[]) => string): string[] {
    return items.length === 0 ? [] : [`## ${heading}`, render(items)];
}

function target({ targetSchema, targetTable }: ForeignKey): { readonly schema: string; readonly name: string } {
    return { schema: targetSchema, name: targetTable };
}

/** The type of a column, with a link to its values if it is an enumerated type or an array of one. */
function typeText(type: string, all: readonly Enum[]): string {
    const known = all.find((candidate) => shownName(candidate) === type.replace(/\[\]$/, ""));
    // GitHub and others make the anchor of a heading from its letters, digits, hyphens and underscores.
    return known ? `[${code(type)}](${enumsPage}#${shownName(known).replaceAll(/[^\p{L}\p{N}_-]/gu, "")})` : code(type);
}
