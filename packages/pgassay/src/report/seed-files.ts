import { counted } from "../core/counted.ts";

/** What seed files came to: the rows that each wrote. */
export function renderSeedFiles(result: {
    readonly files: readonly { readonly file: string; readonly rows: number }[];
}): string {
    const width = Math.max(...result.files.map(({ file }) => file.length));
    return result.files.map(({ file, rows }) => `${file.padEnd(width)}  ${counted(rows, "row")} written`).join("\n");
}
