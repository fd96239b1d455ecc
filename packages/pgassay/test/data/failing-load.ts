import { PgassayError } from "../../src/core/errors.ts";
import { silent } from "../../src/core/progress.ts";
import type { Dataset } from "../../src/data/dataset.ts";
import { loadDataset, type LoadOptions } from "../../src/data/load.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";

/** Runs a statement, whose effects are there after a crash. */
export async function ask<Row extends object>(database: Database, sql: string): Promise<Row[]> {
    return withClient(database, async (client) => {
        await client.query("set synchronous_commit = on");
        return (await client.query<Row>(sql)).rows;
    });
}

/** The error of a load that must not succeed. */
export async function failureOf(
    database: Database,
    dataset: Dataset,
    options: Partial<LoadOptions> = {},
): Promise<PgassayError> {
    const error: unknown = await loadDataset(database, dataset, {
        scale: 1,
        seed: 1,
        progress: silent,
        ...options,
    }).catch((thrown: unknown) => thrown);
    if (error instanceof PgassayError) return error;
    throw new Error("the load was expected to fail", { cause: error });
}

/** Everything that a half-done load of the small dataset could have changed. */
export async function stateOf(database: Database): Promise<unknown> {
    return ask(
        database,
        `select
             (select count(*)::integer from person) as persons,
             (select count(*)::integer from loan) as loans,
             (select json_agg(pg_get_indexdef(indexrelid) order by indexrelid::regclass::text)
              from pg_index where indrelid in ('loan'::regclass, 'person'::regclass)) as indexes,
             (select json_agg(
                  json_build_array(
                      conrelid::regclass,
                      conname,
                      pg_get_constraintdef(oid),
                      obj_description(oid, 'pg_constraint'),
                      convalidated
                  )
                  order by conname
              )
              from pg_constraint where contype = 'f') as keys`,
    );
}

const pauseMs = 100;

/** The same, as soon as the server answers again; after a crash it has to recover first. */
export async function stateAfterRecovery(database: Database): Promise<unknown> {
    for (let tries = 200; ; tries--) {
        try {
            return await stateOf(database);
        } catch (error) {
            if (tries === 0) throw error;
            await new Promise((resolve) => setTimeout(resolve, pauseMs));
        }
    }
}
