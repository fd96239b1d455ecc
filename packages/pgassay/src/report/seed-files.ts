/** What seed files came to: the rows that each wrote. */
export function renderSeedFiles(result: {
    readonly files: readonly { readonly file: string; readonly rows: number }[];
}): string {
    const width = Math.max(...result.files.map(({ file }) => file.length));
    return result.files
        .map(({ file, rows }) => `${file.padEnd(width)}  ${rows === 1 ? "1 row" : `${rows} rows`} written`)
        .join("\n");
}
