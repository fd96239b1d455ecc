/** What runs a statement: a client or a pool of node-postgres. */
export interface Queryable {
    query(config: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<{
        readonly rows: unknown[];
    }>;
}

/** A query of this package with the types of what goes in and what comes out. */
export interface TypedQuery<Parameters extends object, Row extends object> {
    /** `<area>/<name>`, its file below `queries`. */
    readonly id: string;
    /** The statement, with `$1`, `$2` … for its parameters. */
    readonly text: string;
    /** Names of the parameters, in that order. */
    readonly parameters: readonly (keyof Parameters & string)[];
    /** Runs the query as a prepared statement of the connection; what the server refuses is thrown as it comes. */
    run(client: Queryable, parameters: Parameters): Promise<Row[]>;
}

/** Gives a statement its types. They are not checked here: a test holds the written ones against the server. */
export function typedQuery<Parameters extends object, Row extends object>(
    id: string,
    parameters: readonly (keyof Parameters & string)[],
    text: string,
): TypedQuery<Parameters, Row> {
    return {
        id,
        text,
        parameters,
        async run(client, values) {
            // PostgreSQL cuts names at 63 bytes; ids are shorter, for they name files.
            const { rows } = await client.query({ name: id, text, values: parameters.map((name) => values[name]) });
            return rows as Row[];
        },
    };
}
