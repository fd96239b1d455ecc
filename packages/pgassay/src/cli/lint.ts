import { counted } from "../core/counted.ts";
import { exitCode, usageError } from "../core/errors.ts";
import { sortFindings, type Finding } from "../core/finding.ts";
import { coverageFindingCodes } from "../core/index-coverage.ts";
import type { MigrationFile } from "../core/migration-file.ts";
import type { Progress } from "../core/progress.ts";
import { lintCatalog } from "../lint/catalog-rules.ts";
import { applyExceptions } from "../lint/exceptions.ts";
import { lintMigrations } from "../lint/migration-rules.ts";
import { squawk } from "../lint/squawk.ts";
import { checkMigrationFiles, readMigrationFiles } from "../migrate/migration-files.ts";
import type { MigrationProject } from "../migrate/project.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { renderVerdict } from "../report/findings.ts";
import type { Database } from "../server/cluster.ts";
import { readServerVersion } from "../server/server-version.ts";
import { withCloneOf } from "../server/with-cluster.ts";
import { defineCommand, type Context } from "./command.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, serverUrl } from "./settings.ts";

interface Values {
    readonly live?: true;
    readonly "database-url"?: string;
}

export const lintCommand = defineCommand("lint", {
    flags: {
        live: {
            type: "boolean",
            help: "look at the schema of the URL's database as it is, not at one freshly migrated",
        },
        ...findingFlags,
    },
    notes: [
        "Only a live database has an index whose build failed, or a trigger that somebody turned off.",
        "What a project lives with stands in its configuration under `lint`, with the reason.",
    ].join("\n"),
    async run(values, _operands, context) {
        const config = await configFor(values, context);
        const { migrations, lint } = config;
        const files = await readMigrationFiles(migrations.migrationsDir);
        // What dbmate would get wrong makes no schema to look at, and nobody may live with it.
        const misread = checkMigrationFiles(files);
        // What only queries can show is looked for by `indexes`.
        const exceptions = (lint?.exceptions ?? []).filter(({ code }) => !coverageFindingCodes.includes(code));
        const findings =
            misread.length > 0
                ? misread
                : applyExceptions(await lintAll(files, migrations, values, context), exceptions);
        const fine = `nothing is wrong with ${counted(files.length, "migration")} and the schema`;
        const text = renderVerdict(findings, fine, context);
        context.print(values.json ? JSON.stringify(sortFindings(findings)) : text);
        await writeFindingFiles({ verb: "lint", findings, config }, values, context);
        return findings.length === 0 ? exitCode.fine : exitCode.findings;
    },
});

async function lintAll(
    files: readonly MigrationFile[],
    project: MigrationProject,
    values: Values,
    context: Context,
): Promise<Finding[]> {
    const { progress } = context;
    const server = serverUrl(values, context);
    const lintWith = (database: Database): Promise<Finding[]> => lintBoth(files, project, database, progress);
    if (!values.live) return withCloneOf({ recipe: await schemaRecipe(project), progress, ...server }, lintWith);
    if (server.url !== undefined) return lintWith({ name: "in the URL", url: server.url });
    throw usageError({
        tried: "find the live database",
        happened: "neither --database-url nor DATABASE_URL is given",
        remedy: "name it, as postgresql://user:password@host:port/database",
    });
}

async function lintBoth(
    files: readonly MigrationFile[],
    { migrationsTable }: MigrationProject,
    database: Database,
    progress: Progress,
): Promise<Finding[]> {
    progress.step("lint the migrations");
    const inMigrations = [
        ...(await lintMigrations(files)),
        ...(await squawk(files, await readServerVersion(database))),
    ];
    progress.step("lint the schema");
    return [...inMigrations, ...(await lintCatalog(database, [migrationsTable]))];
}
