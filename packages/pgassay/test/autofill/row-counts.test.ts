import { expect } from "vitest";
import { autofill } from "../../src/autofill/fill.ts";
import { silent } from "../../src/core/progress.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

async function countsOf(database: Database, schema: string, rows: number): Promise<Record<string, number>> {
    await withClient(database, (client) => client.query(schema));
    const result = await autofill(database, { rows, seed: 1, except: [], progress: silent });
    if (result.state === "refused") throw new Error(JSON.stringify(result.findings));
    return Object.fromEntries(result.tables.map((table) => [table.name, table.rows]));
}

it("a table has a quarter of the rows of what refers to it, and a one-to-one as many", async ({ database }) => {
    const schema = `
        create table grandparent (id int primary key);
        create table parent (id int primary key, grandparent_id int not null references grandparent);
        create table child (id int primary key, parent_id int not null references parent);
        create table detail (parent_id int primary key references parent);
        create table lonely (id int primary key)`;
    expect(await countsOf(database, schema, 1600)).toEqual({
        grandparent: 100,
        parent: 400,
        child: 1600,
        detail: 400,
        lonely: 1600,
    });
});

it("a unique key of few values is filled, and not with more rows than it has", async ({ database }) => {
    const schema = `
        create table weekday (number smallint primary key check (number between 0 and 6));
        create table code (code char(3) primary key);
        create table shaped (code text primary key check (code ~ '^[A-Z]{2}[0-9]$'));
        create table flag (is_on boolean not null unique)`;
    expect(await countsOf(database, schema, 1000)).toEqual({ weekday: 7, code: 1000, shaped: 1000, flag: 2 });
});

it("rows that are there stay, alone in their table, and are referred to", async ({ database }) => {
    const schema = `
        create table kind (name text primary key);
        insert into kind values ('one'), ('two');
        create table thing (id int primary key, kind text not null references kind)`;
    expect(await countsOf(database, schema, 50)).toEqual({ thing: 50 });
    const kinds = await withClient(database, async (client) =>
        client.query("select distinct kind from thing order by 1"),
    );
    expect(kinds.rows).toEqual([{ kind: "one" }, { kind: "two" }]);
});

it("the only row of a table that others refer to gets company, where it can have any", async ({ database }) => {
    const schema = `
        create table account (id serial primary key, email text not null unique);
        insert into account (id, email) values (7, 'system@example.org');
        create table house (is_only boolean primary key check (is_only), name text not null);
        insert into house values (true, 'ours');
        create table setting (name text primary key);
        insert into setting values ('nobody refers to it');
        create table letter (
            id int primary key,
            account_id int not null references account,
            house boolean not null references house
        )`;
    expect(await countsOf(database, schema, 200)).toEqual({ account: 50, letter: 200 });
    const { rows } = await withClient(database, async (client) =>
        client.query(
            `select
                 (select email from account where id = 7) as present,
                 (select count(distinct account_id) > 20 from letter) as are_many,
                 (select nextval('account_id_seq') > max(id) from account) as is_ahead`,
        ),
    );
    expect(rows).toEqual([{ present: "system@example.org", are_many: true, is_ahead: true }]);
});

it("a table in which a trigger and a key leave few places has as many rows, and others refer to them", async ({
    database,
}) => {
    const schema = `
        create table place (id int primary key);
        create table way (
            id int primary key,
            from_id int not null references place,
            to_id int not null references place,
            unique (from_id, to_id)
        );
        create function refuse_other_starts() returns trigger language plpgsql as $$
        begin
            if new.from_id <> (select min(id) from place) then raise exception 'no way starts there'; end if;
            return new;
        end $$;
        create trigger refuse_other_starts after insert on way for each row execute function refuse_other_starts();
        create table sign (id int primary key, way_id int not null references way)`;
    // Every place can be reached from the first.
    expect(await countsOf(database, schema, 400)).toEqual({ place: 25, way: 25, sign: 400 });
    const { rows } = await withClient(database, async (client) =>
        client.query("select count(*)::int as lost from sign left join way on way.id = way_id where way.id is null"),
    );
    expect(rows).toEqual([{ lost: 0 }]);
});

it("a table in which a trigger leaves no place has no rows, and it is said why", async ({ database }) => {
    await withClient(database, (client) =>
        client.query(`
            create table pair (one smallint check (one between 1 and 3), other smallint check (other between 1 and 3),
                primary key (one, other));
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
            create trigger refuse before insert on pair for each row execute function refuse()`),
    );
    const result = await autofill(database, { rows: 100, seed: 1, except: [], progress: silent });
    expect(result).toMatchObject({
        state: "refused",
        findings: [{ code: "autofill-refused", subject: "pair.refuse" }],
    });
});

it("a table without columns has rows all the same", async ({ database }) => {
    const schema = `
        create table no_columns ();
        create table all_dropped (id int);
        alter table all_dropped drop column id`;
    expect(await countsOf(database, schema, 30)).toEqual({ no_columns: 30, all_dropped: 30 });
});
