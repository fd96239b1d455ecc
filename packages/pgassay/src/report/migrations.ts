/** What was done to which migrations, a line each: `applied 20260101000001_initial_schema.sql`. */
export function renderRun(verb: "applied" | "reverted", { files }: { readonly files: readonly string[] }): string {
    return files.length === 0 ? `nothing to be ${verb}` : files.map((file) => `${verb} ${file}`).join("\n");
}

/** Every migration with its state, and recorded versions that no file has. */
export function renderStatus(status: {
    readonly applied: readonly string[];
    readonly pending: readonly string[];
    readonly withoutFile: readonly string[];
}): string {
    return [
        ...status.applied.map((file) => `[x] ${file}`),
        ...status.pending.map((file) => `[ ] ${file}`),
        ...status.withoutFile.map((version) => `[?] ${version} is applied, and no file has this version`),
        "",
        `${status.applied.length} applied, ${status.pending.length} pending`,
    ].join("\n");
}
