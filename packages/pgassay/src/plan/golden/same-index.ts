/** What decides how an index is filled, and not what a scan of it finds. */
const filling = new Set([
    "fillfactor",
    "deduplicate_items",
    "fastupdate",
    "gin_pending_list_limit",
    "buffering",
    "autosummarize",
]);

/** Whether two definitions, as `pg_get_indexdef` has them, are of indexes that serve the same scans. */
export function servesTheSame(definition: string | undefined, other: string | undefined): boolean {
    return withoutFilling(definition) === withoutFilling(other);
}

function withoutFilling(definition: string | undefined): string | undefined {
    return definition?.replace(/ WITH \((\w+=(?:'[^']*'|\w+)(?:, \w+=(?:'[^']*'|\w+))*)\)/, (_, listed: string) => {
        const left = listed.split(", ").filter((parameter) => !filling.has(parameter.split("=", 1)[0] ?? ""));
        return left.length === 0 ? "" : ` WITH (${left.join(", ")})`;
    });
}
