import { readFile } from "node:fs/promises";
import type pg from "pg";

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
    /** Undefined for an index that is no partition, or where two schemas have one of that name. */
    rootOfIndex(name: string): PartitionRoot | undefined;
}

/** Reads the partitions that a database has now. */
export async function readPartitions(client: pg.ClientBase): Promise<Partitions> {
    const { rows } = await client.query<{
        schema: string;
        name: string;
        isIndex: boolean;
        rootSchema: string;
        rootName: string;
        leaves: number;
    }>(await readFile(query, "utf8"));
    const tables = new Map<string, PartitionRoot>();
    const indexes = new Map<string, PartitionRoot | undefined>();
    for (const { schema, name, isIndex, rootSchema, rootName, leaves } of rows) {
        const root = { schema: rootSchema, name: rootName, leaves };
        // A plan shows an index without its schema.
        if (isIndex) indexes.set(name, indexes.has(name) ? undefined : root);
        else tables.set(JSON.stringify([schema, name]), root);
    }
    return {
        rootOfTable: (schema, name) => tables.get(JSON.stringify([schema, name])),
        rootOfIndex: (name) => indexes.get(name),
    };
}
