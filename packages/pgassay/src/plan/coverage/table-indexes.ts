import type pg from "pg";
import { queryFile } from "../../server/query-file.ts";

const query = new URL("../../../sql/plan/coverage-indexes.sql", import.meta.url);

/** An index of a table, whole, as the catalog has it. */
export interface TableIndex {
    readonly schema: string;
    readonly table: string;
    readonly name: string;
    readonly definition: string;
    /** SQL that takes it away, and the constraint it stands for. */
    readonly removal: string;
    /** What a plan may read of it: itself, and its parts on partitions, with their schemas. */
    readonly shownAs: readonly string[];
    readonly bytes: number;
    /** What keeps it whatever queries do; null when only queries can. */
    readonly keptBy: string | null;
    /** Its keys as `create index` takes them; null where they are no plain columns of a b-tree in their default order. */
    readonly keys: readonly string[] | null;
    readonly predicate: string | null;
    readonly isPartitioned: boolean;
}

/**
 * The valid indexes of users' tables, in the order of their names.
 *
 * @param except tables to leave out, with their schemas
 */
export async function readTableIndexes(client: pg.Client, except: readonly string[]): Promise<TableIndex[]> {
    return queryFile(client, query, [except]);
}
