import { shownName } from "../core/shown-name.ts";
import type { Catalog, Enum, Table } from "./catalog.ts";
import { overviewDiagram } from "./er-diagram.ts";
import { code, markdownTable, prose, section } from "./markdown.ts";
import { enumsPage, linkTo, routinesPage, tablePage } from "./page-links.ts";
import { routinesText } from "./routines-page.ts";
import { tableText } from "./table-page.ts";

/** The first line of every page: what bears it may be written over and removed, everything else is somebody's work. */
export const pageMark = "<!-- Written by `pgassay docs` from the catalog: edit the comments in the schema instead. -->";

const indexPage = "README.md";

/** The documentation of a schema: the text of each page by its file name. */
export function documentationPages(catalog: Catalog): ReadonlyMap<string, string> {
    return new Map([
        [indexPage, page(index(catalog))],
        ...(catalog.enums.length > 0 ? [[enumsPage, page(enums(catalog.enums))] as const] : []),
        ...(catalog.routines.length > 0 ? [[routinesPage, page(routinesText(catalog.routines))] as const] : []),
        ...catalog.tables.map((table) => [tablePage(table), page(tableText(table, catalog))] as const),
    ]);
}

function page(blocks: readonly string[]): string {
    return `${[pageMark, ...blocks.filter((block) => block !== "")].join("\n\n")}\n`;
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
        ...(catalog.routines.length > 0 ? [`So are [functions and procedures](${routinesPage}).`] : []),
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
