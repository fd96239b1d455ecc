import type pg from "pg";

/** Does something in the open transaction that is undone afterwards, whatever becomes of it. */
export async function undone<T>(client: pg.Client, name: string, act: () => Promise<T>): Promise<T> {
    await client.query(`savepoint ${name}`);
    try {
        return await act();
    } finally {
        await client.query(`rollback to savepoint ${name}; release savepoint ${name}`);
    }
}
