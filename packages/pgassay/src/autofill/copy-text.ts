import type { PlannedColumn } from "./table-plan.ts";
import type { Value } from "./value-type.ts";

/** A row as a line of COPY in its text format, which every type has. */
export function copyLine(columns: readonly PlannedColumn[], values: ReadonlyMap<string, Value>): string {
    let line = "";
    for (const [i, { name, type }] of columns.entries()) {
        if (i > 0) line += "\t";
        const value = values.get(name) ?? null;
        if (value === null) line += "\\N";
        else if (typeof value === "number") line += type.kind === "number" ? type.render(value) : String(value);
        else line += needsEscape(value) ? escaped(value) : value;
    }
    return `${line}\n`;
}

function needsEscape(text: string): boolean {
    return /[\\\n\r\t]/.test(text);
}

const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(text: string): string {
    return text.replace(/[\\\n\r\t]/g, (character) => escapes[character] ?? character);
}
