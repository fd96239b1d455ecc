import { glob } from "tinyglobby";

export interface SqlFile {
    readonly path: string;
    /** Whether its layout is the formatter's; the house rules hold in any case. */
    readonly formatted: boolean;
}

/** The SQL below the root of the repository, in the order of its paths, which are relative to it. */
export async function sqlFiles(root: string): Promise<SqlFile[]> {
    const find = async (patterns: readonly string[]): Promise<string[]> =>
        glob([...patterns], {
            cwd: root,
            ignore: [
                "**/{node_modules,dist,test-results}/**",
                // Written by dbmate: a golden file.
                "**/db/schema.sql",
                // What a test feeds to the engine is as its test needs it, broken on purpose at times.
                "packages/*/test/**",
            ],
        });
    // pgTAP is one call after the other. The formatter would put each a level deeper, below a `select` of its own, and
    // part the keys of `jsonb_build_object` from their values.
    const calls = new Set(
        await find([
            "packages/schema/tests/**/*.sql",
            "packages/pgassay/sql/assertions/**/*.sql",
            "examples/*/tests/**/*.sql",
        ]),
    );
    const all = await find(["{db,packages,examples}/**/*.sql"]);
    return all.toSorted().map((path) => ({ path, formatted: !calls.has(path) }));
}
