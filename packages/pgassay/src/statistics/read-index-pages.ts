import type pg from "pg";
import { environmentError, messageOf } from "../core/errors.ts";
import { quoteName } from "../core/quote.ts";
import { useExtension } from "../server/extension.ts";
import { btreeFanout } from "./btree-pages.ts";
import type { GinFigures, IndexFigures } from "./figures.ts";

/** An index that pg_class and pg_stats have told of. */
export interface KnownIndex extends Pick<IndexFigures, "name" | "method" | "pages"> {
    readonly schema: string;
    readonly keyWidth: number | null;
    /** False for one of a partitioned table, whose parts have the pages. */
    readonly hasPages: boolean;
}

/** What indexes tell on their own pages, of those that tell anything that a plan depends on. */
export type IndexPages = ReadonlyMap<KnownIndex, Pick<IndexFigures, "btree" | "gin">>;

type PagesOf = [KnownIndex, Pick<IndexFigures, "btree" | "gin">];

/**
 * Reads the heights of b-trees and the counts of GIN indexes. Creates the extension pageinspect.
 *
 * @throws an environment error when the server has it not, or the user may not
 */
export async function readIndexPages(client: pg.Client, indexes: readonly KnownIndex[]): Promise<IndexPages> {
    try {
        await useExtension(client, "pageinspect");
        const of = (name: string): KnownIndex[] =>
            indexes.filter(({ method, hasPages }) => hasPages && method === name);
        const found = [await readBtrees(client, of("btree")), await readGins(client, of("gin"))];
        return new Map(found.flat());
    } catch (cause) {
        throw environmentError(
            {
                tried: "read the pages of indexes",
                happened: messageOf(cause),
                remedy: "install the extension pageinspect (PostgreSQL's contrib), and work as a superuser",
            },
            cause,
        );
    }
}

async function readBtrees(client: pg.Client, indexes: readonly KnownIndex[]): Promise<PagesOf[]> {
    const { rows } = await client.query<{ height: number; keys: number | null }>(
        `select
            meta.level::float8 as height,
            case when meta.level > 0 then (bt_page_stats(one.name, meta.root)).live_items end as keys
        from
            unnest($1::text[]) with ordinality as one (name, place),
            lateral bt_metap(one.name) as meta
        order by one.place`,
        [indexes.map(({ schema, name }) => quoteName(schema, name))],
    );
    return indexes.map((index, i) => {
        const height = rows[i]?.height ?? 0;
        return [index, { btree: { height, fanout: btreeFanout(index, height, rows[i]?.keys ?? 0) } }];
    });
}

async function readGins(client: pg.Client, indexes: readonly KnownIndex[]): Promise<PagesOf[]> {
    const { rows } = await client.query<GinFigures>(
        `select
            meta.n_entry_pages::float8 as "entryPages",
            meta.n_data_pages::float8 as "dataPages",
            meta.n_entries::float8 as entries
        from
            unnest($1::text[]) with ordinality as one (name, place),
            lateral gin_metapage_info(get_raw_page(one.name, 0)) as meta
        order by one.place`,
        [indexes.map(({ schema, name }) => quoteName(schema, name))],
    );
    return indexes.flatMap((index, i) => {
        const gin = rows[i];
        return gin ? [[index, { gin }] satisfies PagesOf] : [];
    });
}
