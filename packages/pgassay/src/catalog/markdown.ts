/** A table of Markdown; its cells are Markdown already. Columns in which no row says anything are left out. */
export function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
    const used = heads.map((_, place) => rows.some((row) => row[place] !== ""));
    const line = (cells: readonly string[]): string => `| ${cells.filter((_, place) => used[place]).join(" | ")} |`;
    return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Prose of somebody else's as a cell or a paragraph: it keeps its words and cannot become mark-up or end the cell. */
export function prose(text: string | null): string {
    return (text ?? "")
        .trim()
        .replaceAll(/[\\*|[\]]/g, String.raw`\$&`)
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(/\s*\n\s*/g, " ");
}

/** A piece of SQL as code within a line or a cell. */
export function code(text: string): string {
    const oneLine = text.trim().replaceAll(/\s*\n\s*/g, " ");
    const longest = Math.max(0, ...[...oneLine.matchAll(/`+/g)].map(([ticks]) => ticks.length));
    const fence = "`".repeat(longest + 1);
    const padding = longest > 0 ? " " : "";
    // Tables are cut into cells before code is looked for.
    return `${fence}${padding}${oneLine.replaceAll("|", String.raw`\|`)}${padding}${fence}`;
}

/** A heading and what follows it, or nothing if there is nothing to list. */
export function section<T>(heading: string, items: readonly T[], render: (items: readonly T[]) => string): string[] {
    return items.length === 0 ? [] : [`## ${heading}`, render(items)];
}
