import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { environmentError, messageOf, usageError } from "../core/errors.ts";
import { readText } from "../files/read-text.ts";
import { withClient } from "../server/client.ts";
import type { Recipe } from "../server/cluster.ts";
import { testSearchPath } from "./run-file.ts";

/** The assertions that pgTAP lacks, installed beside it. */
const assertionPack = fileURLToPath(new URL("../../sql/assertions/", import.meta.url));

/**
 * The template that test files run on: the schema, pgTAP and pgassay's assertions in the schema `tap`, and then the
 * project's own set-up files, in the order of their names.
 */
export async function testRecipe(schema: Recipe, setupDirectory: string): Promise<Recipe> {
    const files = [...(await sqlFiles(assertionPack)), ...(await sqlFiles(setupDirectory))];
    return {
        name: "test",
        inputs: files.map(({ sql }) => sql),
        base: schema,
        async build(database, progress) {
            progress.step("install pgTAP and the tests' set-up");
            await withClient(
                database,
                async (client) => {
                    await client
                        .query("create schema tap; create extension pgtap schema tap")
                        .catch((cause: unknown) => {
                            throw environmentError(
                                {
                                    tried: "install pgTAP into the test database",
                                    happened: messageOf(cause),
                                    remedy: "install it on that server (Debian: postgresql-<version>-pgtap), work there as a superuser, or leave DATABASE_URL and --database-url out",
                                },
                                cause,
                            );
                        });
                    for (const { path, sql } of files) {
                        await client.query(sql).catch((cause: unknown) => {
                            throw usageError(
                                {
                                    tried: `set up the test database with ${path}`,
                                    happened: messageOf(cause),
                                    remedy: "correct that file; it runs once, before any test file",
                                },
                                cause,
                            );
                        });
                    }
                },
                { searchPath: testSearchPath },
            );
        },
    };
}

async function sqlFiles(directory: string): Promise<{ path: string; sql: string }[]> {
    const names = await readdir(directory).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return [];
        throw error;
    });
    const paths = names
        .filter((name) => name.endsWith(".sql"))
        .sort()
        .map((name) => join(directory, name));
    return Promise.all(paths.map(async (path) => ({ path, sql: await readText(path) })));
}
