import { relative } from "node:path";
import type { Config } from "../config/config.ts";
import { exitCode, usageError } from "../core/errors.ts";
import { migrateDown, migrateUp, migrationStatus } from "../migrate/dbmate.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { writeSchemaFile } from "../migrate/schema-file.ts";
import { verifyMigrations } from "../migrate/verify.ts";
import { renderVerdict } from "../report/findings.ts";
import { renderRun, renderStatus } from "../report/migrations.ts";
import type { Database, Recipe } from "../server/cluster.ts";
import { withCloneOf } from "../server/with-cluster.ts";
import { defineCommand, namedAction, type Context } from "./command.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, serverUrl } from "./settings.ts";

/** What an action found out: as data, as text, and as an exit code. */
interface Outcome {
    readonly result: unknown;
    readonly text: string;
    readonly code: number;
}

interface Request {
    readonly config: Config;
    readonly context: Context;
    /** The server that was asked for, if one was. */
    readonly server: { readonly url?: string };
    /** Whether `down` reverts everything. */
    readonly all: boolean;
    /** Where the findings of `verify` go as well. */
    readonly files: { readonly sarif?: string; readonly junit?: string };
}

const actions: Readonly<Record<string, (request: Request) => Promise<Outcome>>> = { up, down, status, dump, verify };

export const migrateCommand = defineCommand("migrate", {
    flags: {
        all: { type: "boolean", help: "with down: revert every migration instead of the last" },
        ...findingFlags,
    },
    notes: [
        "up       apply what is pending in the database of the URL, one run at a time",
        "down     revert the last migration there, or with --all every one",
        "status   list what is applied and what is pending there; exit 1 when something is",
        "dump     write the schema file from a freshly migrated database of our own",
        "verify   up, down to nothing, up again in a database of our own: nothing may be left in between, and the schema",
        "         must be the same both times and the one in the schema file",
    ].join("\n"),
    async run(values, operands, context) {
        const action = namedAction("migrate", actions, operands);
        const config = await configFor(values, context);
        const request = {
            config,
            context,
            all: values.all === true,
            files: values,
            server: serverUrl(values, context),
        };
        const { result, text, code } = await action(request);
        context.print(values.json ? JSON.stringify(result) : text);
        return code;
    },
});

async function up({ config, server }: Request): Promise<Outcome> {
    const run = await migrateUp(named(server), config.migrations);
    return { result: run, text: renderRun("applied", run), code: exitCode.fine };
}

async function down({ config, server, all }: Request): Promise<Outcome> {
    const run = await migrateDown(named(server), config.migrations, all ? "everything" : "step");
    return { result: run, text: renderRun("reverted", run), code: exitCode.fine };
}

async function status({ config, server }: Request): Promise<Outcome> {
    const found = await migrationStatus(named(server), config.migrations);
    const amiss = found.pending.length + found.withoutFile.length > 0;
    return { result: found, text: renderStatus(found), code: amiss ? exitCode.findings : exitCode.fine };
}

async function dump({ config, context, server }: Request): Promise<Outcome> {
    const { schemaFile } = config.migrations;
    const recipe = await schemaRecipe(config.migrations);
    await withCloneOf({ recipe, progress: context.progress, ...server }, (database) =>
        writeSchemaFile(database, config.migrations),
    );
    const shown = relative(context.workingDirectory, schemaFile);
    return { result: { schemaFile }, text: `wrote ${shown}`, code: exitCode.fine };
}

async function verify({ config, context, server, files }: Request): Promise<Outcome> {
    const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };
    const { progress } = context;
    const findings = await withCloneOf({ recipe: empty, progress, ...server }, (database) =>
        verifyMigrations(database, config.migrations, progress),
    );
    await writeFindingFiles({ verb: "migrate verify", findings, config }, files, context);
    const fine = "up, down and up again make the schema of the schema file, and nothing is left in between";
    const code = findings.length === 0 ? exitCode.fine : exitCode.findings;
    return { result: findings, text: renderVerdict(findings, fine, context), code };
}

/** The database that `up`, `down` and `status` work on. There is no other to fall back on: ours would end with us. */
function named({ url }: Request["server"]): Database {
    if (url !== undefined) return { name: "in the URL", url };
    throw usageError({
        tried: "find the database to migrate",
        happened: "neither --database-url nor DATABASE_URL is given",
        remedy: "name it, as postgresql://user:password@host:port/database",
    });
}
