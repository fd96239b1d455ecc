import type pg from "pg";
import { settleTransactions } from "../../src/data/settle-transactions.ts";

/**
 * Runs statements that make tables and rows, and vacuums and analyzes what there is then. Whether VACUUM marks a page as
 * visible to all depends on what the server has written to the disk by that moment: tests of plans and blocks that leave
 * it to chance differ from run to run.
 *
 * @throws when pages are left unmarked
 */
export async function fillAndVacuum(client: pg.Client, ...statements: readonly string[]): Promise<void> {
    for (const statement of statements) await client.query(statement);
    await settleTransactions(client);
    await client.query("vacuum (freeze, analyze)");
    const { rows } = await client.query<{ table: string }>(
        `select oid::regclass::text as table
         from pg_class
         where relkind = 'r' and relnamespace <> 'pg_catalog'::regnamespace and relallvisible < relpages
         order by 1`,
    );
    if (rows.length > 0) throw new Error(`not all visible: ${rows.map(({ table }) => table).join(", ")}`);
}
