import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { createJiti } from "jiti";
import { z } from "zod";
import { didYouMean } from "../core/closest-name.ts";
import { messageOf, usageError } from "../core/errors.ts";
import { configShape, type Config } from "./config.ts";

const fileName = "pgassay.config.ts";

/**
 * Reads the configuration: `file` if given, else the nearest `pgassay.config.ts` in `directory` or above.
 *
 * @param compileCache directory for what its TypeScript is compiled to; without one it would go to the temporary folder
 * @throws a usage error when there is none, it cannot be evaluated, or it is not valid, with all its problems at once
 */
export async function loadConfig(directory: string, file: string | undefined, compileCache: string): Promise<Config> {
    const path = file === undefined ? findUpwards(directory) : resolve(directory, file);
    let exported: unknown;
    try {
        exported = await createJiti(import.meta.url, { fsCache: compileCache }).import(path, { default: true });
    } catch (cause) {
        throw usageError(
            {
                tried: `read the configuration ${path}`,
                ...(existsSync(path)
                    ? { happened: messageOf(cause), remedy: "correct the file" }
                    : { happened: "there is no such file", remedy: "check the path after --config" }),
            },
            cause,
        );
    }
    const parsed = configShape.safeParse(exported);
    if (!parsed.success) {
        throw usageError({
            tried: `read the configuration ${path}`,
            happened: `it is not valid${meant(parsed.error)}\n${z.prettifyError(parsed.error)}`,
            remedy: "correct it; docs/config.md lists every key",
        });
    }
    const root = dirname(path);
    const { migrations, docs, tests, queries, dataset, seeds, runs, mutation, lint } = parsed.data;
    const { goldens, policy, waivers, statistics, growth, model, history, stress } = parsed.data;
    return {
        root,
        file: path,
        migrations: {
            migrationsDir: resolve(root, migrations.directory),
            schemaFile: resolve(root, migrations.schemaFile),
            // Qualified, or a migration that sets search_path breaks dbmate's own insert.
            migrationsTable: "public.schema_migrations",
        },
        ...(docs !== undefined && { docs: resolve(root, docs) }),
        ...(tests !== undefined && { tests: resolve(root, tests) }),
        ...(queries !== undefined && { queries: resolve(root, queries) }),
        ...(goldens !== undefined && { goldens: resolve(root, goldens) }),
        ...(policy !== undefined && { policy }),
        ...(waivers !== undefined && { waivers }),
        ...(statistics !== undefined && { statistics: resolve(root, statistics) }),
        ...(growth !== undefined && { growth }),
        ...(model !== undefined && { model }),
        ...(runs !== undefined && { runs: resolve(root, runs) }),
        ...(history !== undefined && { history: resolve(root, history) }),
        ...(stress !== undefined && { stress }),
        ...(mutation !== undefined && { mutation: { accepted: resolve(root, mutation.accepted) } }),
        ...(dataset !== undefined && { dataset }),
        ...(seeds !== undefined && { seeds: resolveAll(root, seeds) }),
        ...(lint !== undefined && { lint }),
    };
}

/** The key that a misspelt one most likely means. */
function meant({ issues }: z.ZodError): string {
    const keys = issues.flatMap((issue) =>
        issue.code === "unrecognized_keys" && issue.path.length === 0 ? issue.keys : [],
    );
    return keys.map((key) => didYouMean(key, Object.keys(configShape.shape))).find((hint) => hint !== "") ?? "";
}

function resolveAll(root: string, seeds: Readonly<Record<string, readonly string[]>>): Record<string, string[]> {
    return Object.fromEntries(
        Object.entries(seeds).map(([name, files]) => [name, files.map((file) => resolve(root, file))]),
    );
}

function findUpwards(directory: string): string {
    for (let at = resolve(directory); ; at = dirname(at)) {
        const path = join(at, fileName);
        if (existsSync(path)) return path;
        if (at === dirname(at)) break;
    }
    throw usageError({
        tried: "find the configuration",
        happened: `there is no ${fileName} in ${resolve(directory)} or in a directory above it`,
        remedy: `write one (docs/config.md shows how), or name it with --config`,
    });
}
