import { compareText } from "../core/finding.ts";
import { shownName } from "../core/shown-name.ts";
import type { Catalog, ForeignKey, Table } from "./catalog.ts";

/** All tables and what refers to what, as a Mermaid diagram without columns: with them nobody could read it. */
export function overviewDiagram({ tables }: Catalog): string {
    const shown = tables.filter(({ kind }) => kind === "table");
    // A table without relations is there because it is named on a line of its own.
    return diagram([...shown.map(entityName), ...shown.flatMap(relations)]);
}

/** A table with its columns, the tables it refers to and those that refer to it, as a Mermaid diagram. */
export function tableDiagram(table: Table, { tables }: Catalog): string {
    const incoming = tables
        .filter((other) => other !== table)
        .flatMap((other) =>
            relations({ ...other, foreignKeys: other.foreignKeys.filter((key) => pointsTo(key, table)) }),
        );
    return diagram([...columnLines(table), ...relations(table), ...incoming]);
}

function diagram(lines: readonly string[]): string {
    return ["```mermaid", "erDiagram", ...lines.map((line) => `    ${line}`), "```"].join("\n");
}

/** One line for all foreign keys from one table to another, because parallel lines hide what connects to what. */
function relations(table: Table): string[] {
    const targets = new Map<string, ForeignKey[]>();
    for (const key of table.foreignKeys) {
        const target = entityName({ schema: key.targetSchema, name: key.targetTable });
        targets.set(target, [...(targets.get(target) ?? []), key]);
    }
    return [...targets]
        .toSorted(([a], [b]) => compareText(a, b))
        .map(([target, keys]) => {
            const one = keys.some(({ isRequired }) => isRequired) ? "||" : "|o";
            const many = keys.every(({ isUnique }) => isUnique) ? "o|" : "o{";
            const label = keys.map(({ columns }) => columns.join(" + ")).join(", ");
            return `${target} ${one}--${many} ${entityName(table)} : "${withoutQuotes(label)}"`;
        });
}

function pointsTo(key: ForeignKey, { schema, name }: Table): boolean {
    return key.targetSchema === schema && key.targetTable === name;
}

function columnLines(table: Table): string[] {
    const primary = table.constraints.find(({ kind }) => kind === "primary key")?.columns ?? [];
    const foreign = table.foreignKeys.flatMap(({ columns }) => columns);
    return [
        `${entityName(table)} {`,
        ...table.columns.map(({ name, type }) => {
            const marks = [primary.includes(name) && "PK", foreign.includes(name) && "FK"].filter(Boolean);
            return `    ${word(type.replace(/\(.*?\)/, ""))} ${word(name)} ${marks.join(", ")}`.trimEnd();
        }),
        "}",
    ];
}

/** Quoted, because a table may be called what Mermaid has a word for. */
function entityName(table: { readonly schema: string; readonly name: string }): string {
    return `"${withoutQuotes(shownName(table))}"`;
}

function withoutQuotes(text: string): string {
    return text.replaceAll('"', "'");
}

/** Types and names of columns cannot be quoted and must be single words. */
function word(text: string): string {
    const safe = text.replaceAll(/[^\p{L}\p{N}_[\]]+/gu, "_");
    return /^[\p{L}_]/u.test(safe) ? safe : `_${safe}`;
}
