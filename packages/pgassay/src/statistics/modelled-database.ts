import { environmentError, usageError } from "../core/errors.ts";
import type { Progress } from "../core/progress.ts";
import { quoteName } from "../core/quote.ts";
import { withClient } from "../server/client.ts";
import type { Cluster, Database, Recipe } from "../server/cluster.ts";
import { useExtension } from "../server/extension.ts";
import type { TableFigures } from "./figures.ts";
import { extendedCasts } from "./inject-extended.ts";
import { injectFigures } from "./inject.ts";
import { extendRelations } from "./relation-files.ts";

/**
 * The template that sizes are modelled in: the schema without a row. Rows that migrations left behind would be all that
 * an index holds, and the planner believes an index's own ends more than the histogram.
 */
export function emptiedRecipe(schema: Recipe): Recipe {
    return { name: "emptied", inputs: ["2"], base: schema, build: empty };
}

async function empty(database: Database): Promise<void> {
    await withClient(database, async (client) => {
        const { rows } = await client.query<{ schema: string; name: string }>(
            `select n.nspname as schema, c.relname as name
            from
                pg_catalog.pg_class as c
                join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
            where
                c.relkind in ('r', 'p')
                and n.nspname not like 'pg\\_%'
                and n.nspname <> 'information_schema'
            order by n.nspname, c.relname`,
        );
        const tables = rows.map(({ schema, name }) => quoteName(schema, name));
        // A trigger may refuse a truncate, in any replication role. None is needed here: nothing is executed.
        for (const table of tables) await client.query(`alter table ${table} disable trigger all`);
        if (tables.length > 0) await client.query(`truncate ${tables.join(", ")}`);
        await client.query("delete from pg_catalog.pg_statistic where starelid >= 16384");
        await client.query("delete from pg_catalog.pg_statistic_ext_data");
        await client.query(extendedCasts);
    });
}

/**
 * Hands a database to `use` that the planner takes to have the tables of the figures: no rows, but their statistics and
 * files as long as theirs would be. Plain EXPLAIN only: whatever reads a table reads holes, and ANALYZE would undo it all.
 *
 * @param schema the recipe of the schema that the figures are of
 * @throws an environment error when the server is not one of our own, or is older than PostgreSQL 18
 */
export async function withModelledDatabase<T>(
    cluster: Cluster,
    schema: Recipe,
    figures: readonly TableFigures[],
    progress: Progress,
    use: (database: Database) => Promise<T>,
): Promise<T> {
    const dataDirectory = ownDataDirectory(cluster);
    assertPossible(figures);
    const template = await cluster.ensureTemplate(emptiedRecipe(schema), progress);
    return cluster.withClone(template, async (database) => {
        await withClient(database, async (client) => {
            await useExtension(client, "pageinspect");
            await extendRelations(client, dataDirectory, figures);
            await injectFigures(client, figures);
        });
        return use(database);
    });
}

/**
 * Where the files lie whose lengths are changed.
 *
 * @throws an environment error when the server is not one of our own
 */
export function ownDataDirectory({ dataDirectory }: Cluster): string {
    if (dataDirectory !== undefined) return dataDirectory;
    throw environmentError({
        tried: "model a size",
        happened: "the server is not one of our own, and the lengths of its files are not ours to change",
        remedy: "leave DATABASE_URL and --database-url out: pgassay starts a server of its own",
    });
}

/** Pages are counted in 32 bits with a sign where statistics are restored; PostgreSQL's own limit is twice that. */
const mostPages = 2 ** 31 - 1;

function assertPossible(figures: readonly TableFigures[]): void {
    for (const table of figures) {
        for (const { name, pages } of [table, ...table.indexes]) {
            if (pages <= mostPages) continue;
            throw usageError({
                tried: `model the size of ${table.schema}.${name}`,
                happened: "it would be larger than 16 TB",
                remedy: "choose a smaller scale, or partition it",
            });
        }
    }
}
