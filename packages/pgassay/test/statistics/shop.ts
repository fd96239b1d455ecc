import { test as base } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { withClient } from "../../src/server/client.ts";
import type { Cluster, Database, Recipe } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { fillAndVacuum } from "../data/fill-and-vacuum.ts";

/** A shop whose customers and sales grow with the scale, while its states and its catalogue stay. */
const schema = `
    create type state as enum ('open', 'paid', 'sent');
    create table customer (id int primary key, email text not null, constraint customer_email_key unique (email));
    create table product (id int primary key, name text not null, tags text[] not null);
    create index product_tags_idx on product using gin (tags);
    create table sale (
        id bigint primary key,
        customer_id int not null references customer,
        product_id int not null references product,
        state state not null,
        is_paid boolean not null,
        placed_on date not null,
        note text
    );
    create index sale_customer_id_placed_on_idx on sale (customer_id, placed_on);
    create index sale_open_idx on sale (placed_on) where state = 'open';
    create index sale_note_idx on sale (lower(note));
    -- Every row is looked at, at five times the size, too: a sample would have other statistics each time.
    alter table sale alter column is_paid set statistics 400;
    create statistics sale_state_is_paid_stat (mcv, dependencies) on state, is_paid from sale;
    create statistics sale_customer_product_stat (ndistinct) on customer_id, product_id from sale;`;

/** Rows follow from their number, so that two loads have the same statistics. Every tenth sale is customer 1's. */
function rowsAt(scale: number): string {
    return `
        insert into customer select n, 'c' || n || '@example.com' from generate_series(1, ${1000 * scale}) as n;
        insert into product
        select n, 'product ' || n, array['tag' || n % 7, 'tag' || 100 + n % 50] from generate_series(1, 200) as n;
        insert into sale
        select
            n,
            case when n % 10 = 0 then 1 else 1 + n * 7919 % ${1000 * scale} end,
            1 + n * 31 % 200,
            (array['open', 'paid', 'sent', 'sent', 'sent', 'sent', 'sent', 'sent', 'sent', 'sent'])[1 + n % 10]::state,
            n % 10 > 0,
            date '2025-01-01' + (n * 97 % 365)::int,
            nullif('Note ' || n % 1000, 'Note 0')
        from generate_series(1, ${20_000 * scale}) as n;`;
}

export const shopSchema: Recipe = {
    name: "statistics-shop",
    inputs: [schema],
    build: (database) => withClient(database, async (client) => void (await client.query(schema))),
};

function shopAt(scale: number): Recipe {
    const rows = rowsAt(scale);
    return {
        name: "statistics-shop-rows",
        inputs: [rows, "settled"],
        base: shopSchema,
        build: (database) => withClient(database, (client) => fillAndVacuum(client, rows)),
    };
}

/** Hands a clone of the shop at a scale to `use`. */
export type UseShop = <T>(scale: number, use: (database: Database) => Promise<T>) => Promise<T>;

/** Tests with a cluster and shops of any scale on it. */
export const test = base.extend<{ cluster: Cluster; withShop: UseShop }>({
    cluster: [
        async ({}, use) => {
            await withCluster({ recipe: shopSchema, progress: silent }, use);
        },
        { scope: "file" },
    ],
    withShop: async ({ cluster }, use) => {
        await use(async (scale, inShop) =>
            cluster.withClone(await cluster.ensureTemplate(shopAt(scale), silent), inShop),
        );
    },
});
