import type pg from "pg";
import { queryFile } from "../server/query-file.ts";

const query = new URL("../../sql/plan/partitions.sql", import.meta.url);

/** The table or index that a partition is part of, at the top. */
export interface PartitionRoot {
    readonly schema: string;
    readonly name: string;
    /** Partitions of the whole that hold rows. */
    readonly leaves: number;
}

/** Which tables and indexes of a database are partitions of which. */
export interface Partitions {
    /** Undefined for a table that is no partition. */
    rootOfTable(schema: string | undefined, name: string): PartitionRoot | undefined;
    /** Undefined for an index that is no partition. */
    rootOfIndex(schema: string | undefined, name: string): PartitionRoot | undefined;
}

/** Reads the partitions that a database has now. */
export async function readPartitions(client: pg.ClientBase): Promise<Partitions> {
    const rows = await queryFile<{
        schema: string;
        name: string;
        rootSchema: string;
        rootName: string;
        leaves: number;
    }>(client, query);
    const roots = new Map(
        rows.map(({ schema, name, rootSchema, rootName, leaves }) => [
            JSON.stringify([schema, name]),
            { schema: rootSchema, name: rootName, leaves },
        ]),
    );
    // No table has the name of an index in its schema.
    const rootOf = (schema: string | undefined, name: string): PartitionRoot | undefined =>
        roots.get(JSON.stringify([schema, name]));
    return { rootOfTable: rootOf, rootOfIndex: rootOf };
}
