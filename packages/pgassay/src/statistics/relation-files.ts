import { closeSync, ftruncateSync, openSync, fchownSync, writeSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { serverUser } from "../server/server-user.ts";
import { btreePages, pageSize, withHeight } from "./btree-pages.ts";
import type { IndexFigures, TableFigures } from "./figures.ts";
import { withCounts } from "./gin-page.ts";

/** PostgreSQL cuts a relation into files of 1 GB. */
const pagesPerFile = 131_072;

/** A page and where it goes. */
interface PlacedPage {
    readonly path: string;
    readonly block: number;
    readonly page: Buffer;
}

/**
 * Makes the files of all tables and indexes as long as the figures say, without taking room on disk: what is not
 * written is a hole, and a page of zeros is an empty page to PostgreSQL. The first pages of indexes tell the heights
 * and counts that the figures say, and stay true: the indexes are valid and empty.
 *
 * No session may have looked at the indexes before, or the server keeps their old first pages in memory.
 */
export async function extendRelations(
    client: pg.Client,
    dataDirectory: string,
    tables: readonly TableFigures[],
): Promise<void> {
    const paths = await relationPaths(client, dataDirectory);
    const pathOf = (schema: string, name: string): string | undefined => paths.get(`${schema}.${name}`);
    const pages: PlacedPage[] = [];
    for (const table of tables) {
        const heap = pathOf(table.schema, table.name);
        if (heap !== undefined) extend(heap, table.pages);
        for (const index of table.indexes) {
            const path = pathOf(table.schema, index.name);
            if (path === undefined) continue;
            pages.push(...(await indexPages(path, index)));
            extend(path, index.pages);
        }
    }
    await writePages(client, pages);
}

async function relationPaths(client: pg.Client, dataDirectory: string): Promise<ReadonlyMap<string, string>> {
    const { rows } = await client.query<{ name: string; path: string }>(
        `select n.nspname || '.' || c.relname as name, pg_catalog.pg_relation_filepath(c.oid) as path
        from
            pg_catalog.pg_class as c
            join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
        where
            c.relkind in ('r', 'm', 'i')
            and n.nspname not like 'pg\\_%'
            and n.nspname <> 'information_schema'`,
    );
    return new Map(rows.map(({ name, path }) => [name, join(dataDirectory, path)]));
}

/** The pages of an index that cannot be zeros. */
async function indexPages(path: string, index: IndexFigures): Promise<PlacedPage[]> {
    const { btree, gin, pages } = index;
    // One page is the first alone: an index without rows, as it is.
    if (pages <= 1 || (btree === undefined && gin === undefined)) return [];
    const first = await readFirstPage(path);
    if (gin) return [{ path, block: 0, page: withCounts(first, pages, gin) }];
    const height = btree?.height ?? 0;
    const below = btreePages(height).map((page, i) => ({ path, block: i + 1, page }));
    return [{ path, block: 0, page: withHeight(first, height) }, ...below];
}

async function readFirstPage(path: string): Promise<Buffer> {
    const file = await open(path, "r");
    try {
        const page = Buffer.alloc(pageSize);
        await file.read(page, 0, pageSize, 0);
        return page;
    } finally {
        await file.close();
    }
}

/** Gives a relation its length. Thousands of files, each a microsecond's work: waiting for each would take longer. */
function extend(path: string, pages: number): void {
    for (let part = 0, left = pages; left > 0; part++, left -= pagesPerFile) {
        const file = openSync(part === 0 ? path : `${path}.${part}`, "a", 0o600);
        try {
            ftruncateSync(file, Math.min(left, pagesPerFile) * pageSize);
            if (serverUser.uid !== undefined && serverUser.gid !== undefined) {
                fchownSync(file, serverUser.uid, serverUser.gid);
            }
        } finally {
            closeSync(file);
        }
    }
}

/** Writes pages with their checksums, which the server works out itself. */
async function writePages(client: pg.Client, pages: readonly PlacedPage[]): Promise<void> {
    // All pages are one value: the driver sends that as it is, and an array of them as text of twice their length.
    const { rows } = await client.query<{ checksum: number }>(
        `select page_checksum(
            pg_catalog.substring($1::pg_catalog.bytea, 1 + ${pageSize} * (one.place - 1)::int4, ${pageSize}),
            one.block
        ) as checksum
        from pg_catalog.unnest($2::pg_catalog.int8[]) with ordinality as one (block, place)
        order by one.place`,
        [Buffer.concat(pages.map(({ page }) => page)), pages.map(({ block }) => block)],
    );
    for (const [i, { path, block, page }] of pages.entries()) {
        page.writeUInt16LE((rows[i]?.checksum ?? 0) & 0xffff, 8);
        const file = openSync(path, "r+");
        try {
            writeSync(file, page, 0, pageSize, block * pageSize);
        } finally {
            closeSync(file);
        }
    }
}
