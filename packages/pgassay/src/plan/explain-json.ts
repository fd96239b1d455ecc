import type pg from "pg";

/** What `explain` returns for a statement, in all detail. */
export async function explainJson(
    client: pg.Client,
    statement: string,
    values: readonly unknown[],
    options: string,
): Promise<unknown> {
    const { rows } = await client.query<[unknown]>({
        text: `explain (${options}, verbose, settings off, format json) ${statement}`,
        values: [...values],
        rowMode: "array",
    });
    return rows[0]?.[0];
}
