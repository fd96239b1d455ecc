import type pg from "pg";
import { quoteLiteral, quoteName } from "../core/quote.ts";
import type { Progress } from "../core/progress.ts";
import { withClient } from "./client.ts";
import { withClonePool } from "./clone-pool.ts";
import type { Cluster, Database, Recipe, Template } from "./cluster.ts";
import { applyProperties, readProperties, type DatabaseProperties } from "./database-properties.ts";
import { lineage, recipeDigest } from "./recipe.ts";

const templatePrefix = "pgassay_template_";
const clonePrefix = "pgassay_clone_";

/** What a recipe without a base starts from: of all empty databases the one that nobody can have changed. */
const emptyTemplate = "template0";

/** Advisory lock keys are two integers; the first says that the lock is ours. */
const lockSpace = 0x70676173;
const templateLock = 1;

/** How a running server is reached, through the database that `create database` is run from. */
export interface Access {
    readonly serverVersion: string;
    readonly url: string;
    readonly tcpUrl: string;
    readonly dataDirectory?: string;
    /** Names this run's clones: eight hexadecimal digits. */
    readonly runId: string;
    /** Whether templates are for later runs too, and not for this one alone. */
    readonly keepsTemplates: boolean;
}

/** Templates and clones on a running server: the part of a cluster that is SQL. */
export function clusterOver(access: Access): Cluster {
    let clones = 0;
    const properties = new Map<string, Promise<DatabaseProperties>>();
    const database = (name: string): Database => ({ name, url: inDatabase(access.url, name) });
    const nextClone = (): Database => database(`${clonePrefix}${access.runId}_${++clones}`);
    const admin = { name: "the maintenance database", url: access.url };
    const createFrom = async (client: pg.ClientBase, name: string, template: string): Promise<void> => {
        await client.query(`create database ${quoteName(name)} template ${quoteName(template)} strategy file_copy`);
        // A new database is to be one like all others: template0 allows less.
        if (template === emptyTemplate) return;
        // Nobody changes a template any more, so one look is enough.
        const known = properties.get(template) ?? readProperties(client, template);
        properties.set(template, known);
        try {
            await applyProperties(client, name, await known);
        } catch (error) {
            // Nobody else knows of it yet.
            await drop(client, name).catch(() => {});
            throw error;
        }
    };
    const cluster: Cluster = {
        serverVersion: access.serverVersion,
        ...(access.dataDirectory !== undefined && { dataDirectory: access.dataDirectory }),
        database,
        tcpUrl: ({ name }) => inDatabase(access.tcpUrl, name),
        async ensureTemplate(recipe, progress) {
            const template = { recipe, name: templateName(recipe) };
            const base = recipe.base ? (await cluster.ensureTemplate(recipe.base, progress)).name : emptyTemplate;
            await withClient(admin, async (client) => {
                if (await isFinished(client, template)) return;
                await client.query("select pg_catalog.pg_advisory_lock($1, $2)", [lockSpace, templateLock]);
                if (await isFinished(client, template)) return;
                // What is there without the mark was left by somebody who died while building it.
                await drop(client, template.name);
                await createFrom(client, template.name, base);
                await fillTemplate(client, template, database(template.name), progress);
            });
            return template;
        },
        async dropSuperseded(recipe, successor) {
            if (access.keepsTemplates) return;
            const needed = new Set(lineage(successor).map(templateName));
            const superseded = lineage(recipe)
                .map(templateName)
                .filter((name) => !needed.has(name));
            await withClient(admin, async (client) => {
                for (const name of superseded) {
                    await client.query(`alter database ${quoteName(name)} is_template false`);
                    await drop(client, name);
                }
            });
        },
        async withClone(template, use) {
            const clone = nextClone();
            await withClient(admin, (client) => createFrom(client, clone.name, template.name));
            const dropClone = (): Promise<void> => withClient(admin, (client) => drop(client, clone.name));
            let result;
            try {
                result = await use(clone);
            } catch (error) {
                // What went wrong first is told, and not that a server that is gone drops nothing.
                await dropClone().catch(() => {});
                throw error;
            }
            await dropClone();
            return result;
        },
        withClones: (template, use) =>
            withClonePool(
                {
                    admin,
                    next: nextClone,
                    create: (client, clone) => createFrom(client, clone.name, template.name),
                    drop: (client, clone) => drop(client, clone.name),
                },
                use,
            ),
    };
    return cluster;
}

function templateName(recipe: Recipe): string {
    return `${templatePrefix}${recipe.name.replaceAll("-", "_")}_${recipeDigest(recipe)}`;
}

/** Whether a template is there and complete: the mark is set when everything else is done. */
async function isFinished(client: pg.Client, template: Template): Promise<boolean> {
    const found = await client.query("select from pg_catalog.pg_database where datname = $1 and datistemplate", [
        template.name,
    ]);
    return found.rowCount === 1;
}

async function fillTemplate(
    client: pg.Client,
    template: Template,
    database: Database,
    progress: Progress,
): Promise<void> {
    try {
        await template.recipe.build(database, progress);
        // A session on a template makes `create database` wait and fail; nobody may connect from here on.
        await client.query(`alter database ${quoteName(template.name)} with allow_connections false is_template true`);
    } catch (error) {
        // What went wrong first is told; the next run removes what could not be dropped.
        await drop(client, template.name).catch(() => {});
        throw error;
    }
}

async function drop(client: pg.ClientBase, name: string): Promise<void> {
    await client.query(`drop database if exists ${quoteName(name)} with (force)`);
}

/** The same server, another database. */
function inDatabase(url: string, name: string): string {
    return url.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${encodeURIComponent(name)}`);
}

/** Takes the lock that says that a run is alive, for as long as the client stays connected. */
export async function signRun(client: pg.Client, runId: string): Promise<void> {
    await client.query("select pg_catalog.pg_advisory_lock($1, pg_catalog.hashtext($2))", [lockSpace, runId]);
}

/** Drops the clones of runs that nobody signs any more. */
export async function dropOrphans(client: pg.Client): Promise<void> {
    const { rows } = await client.query<{ name: string; run: string }>(
        `select datname as name, substr(datname, ${clonePrefix.length + 1}, 8) as run
        from pg_catalog.pg_database
        where datname like ${quoteLiteral(`${clonePrefix.replaceAll("_", "\\_")}%`)}
        order by datname`,
    );
    for (const { name, run } of rows) {
        const lock = [lockSpace, run];
        const { rows: tries } = await client.query<{ gone: boolean }>(
            "select pg_catalog.pg_try_advisory_lock($1, pg_catalog.hashtext($2)) as gone",
            lock,
        );
        if (!tries[0]?.gone) continue;
        await drop(client, name);
        await client.query("select pg_catalog.pg_advisory_unlock($1, pg_catalog.hashtext($2))", lock);
    }
}
