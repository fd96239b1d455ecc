import { readFile } from "node:fs/promises";
import type pg from "pg";

/** The rows of one of our own queries, which has a file of its own. */
export async function queryFile<T extends object>(
    client: pg.ClientBase,
    file: URL,
    values: readonly unknown[] = [],
): Promise<T[]> {
    const { rows } = await client.query<T>(await readFile(file, "utf8"), [...values]);
    return rows;
}
