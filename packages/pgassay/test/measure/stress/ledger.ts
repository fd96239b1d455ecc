import type { Argument, Query } from "../../../src/core/query.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Recipe } from "../../../src/server/cluster.ts";

/** A small schema with tenants, told apart by row-level security. */
export const ledger: Recipe = {
    name: "stress-ledger",
    inputs: ["3"],
    build: (database) =>
        withClient(database, async (client) => {
            await client.query(`
                do $$
                begin
                    create role pgassay_ledger_clerk nologin;
                exception
                    when duplicate_object or unique_violation then null;
                end;
                $$;
                create table account (id int primary key, tenant int not null, name text not null, balance int not null);
                create table entry (id int generated always as identity primary key, account_id int not null);
                create table refused (id int primary key);
                create index on entry (account_id);
                insert into account select n, n % 3, 'Zoë ' || n, 0 from generate_series(1, 300) as n;
                alter table account enable row level security;
                create policy of_tenant on account for all to pgassay_ledger_clerk
                using (tenant = current_setting('ledger.tenant')::int);
                grant select, update on account to pgassay_ledger_clerk;
                grant select, insert on entry to pgassay_ledger_clerk;

                -- Keeps an acknowledged row out, now and then.
                create table careless (id int generated always as identity primary key);
                create function forget_some() returns trigger language plpgsql
                as $$ begin delete from careless where id = new.id and id % 10 = 0; return null; end $$;
                create trigger forget after insert on careless for each row execute function forget_some();

                create function pay(p_from int, p_to int) returns int language plpgsql
                set deadlock_timeout = '20ms'
                as $$
                begin
                    update account set balance = balance - 1 where id = p_from;
                    perform pg_sleep(0.01);
                    update account set balance = balance + 1 where id = p_to;
                    return 1;
                end
                $$;
            `);
        }),
};

/** A query with one case that has no looked-up arguments. */
export function query(
    name: string,
    text: string,
    { kind = "read" as Query["kind"], parameters = {} as Readonly<Record<string, [string, number]>> } = {},
): Query {
    const given: Argument[] = Object.values(parameters).map(([, value]) => ({ kind: "literal", value }));
    return {
        id: `ledger/${name}`,
        file: `queries/ledger/${name}.sql`,
        about: "a query of a test",
        parameters: Object.entries(parameters).map(([parameter, [type]]) => ({ name: parameter, type })),
        cases: [{ name: "hot", arguments: given, budget: {}, mayBeEmpty: false }],
        requiredIndexes: [],
        targetMsP95: 1000,
        kind,
        text,
    };
}
