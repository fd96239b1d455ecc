import { describe, expect, it } from "vitest";
import type { Catalog, Table } from "../../src/catalog/catalog.ts";
import { documentationPages } from "../../src/catalog/pages.ts";
import { readCatalog } from "../../src/catalog/read-catalog.ts";
import { silent } from "../../src/core/progress.ts";
import { withClient } from "../../src/server/client.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { withCloneOf } from "../../src/server/with-cluster.ts";

const base = `
    create type public.mood as enum ('sad', 'happy');
    alter type public.mood add value 'fair' before 'happy';
    comment on type public.mood is 'How somebody | something feels.';

    create schema billing;
    create table public.customer (
        id bigint generated always as identity primary key,
        name text not null,
        shout text generated always as (upper(name)) stored,
        mood public.mood default 'fair',
        constraint name_not_blank_check check (name <> '' or name is null)
    );
    comment on table public.customer is 'Who pays, or *would*; a <b> is no tag.';
    comment on column public.customer.name is 'First line,
        second line.';
    comment on constraint name_not_blank_check on public.customer is 'A name says something.';

    create table public.profile (customer_id bigint primary key references public.customer (id));
    create table billing.invoice (
        id integer,
        day date not null,
        payer_id bigint not null references public.customer (id) on delete cascade,
        referrer_id bigint references public.customer (id),
        primary key (id, day)
    ) partition by range (day);
    create table billing.invoice_old partition of billing.invoice for values from (minvalue) to ('2026-01-01');
    create table public.migrations_done (version text primary key);

    create function public.stamp() returns trigger language plpgsql security definer as 'begin return new; end';
    comment on function public.stamp is 'Notes | when.';
    create procedure billing.close_day(day date, force boolean default false) language sql as '';
    revoke execute on procedure billing.close_day from public;
    grant execute on procedure billing.close_day to pg_monitor;
    create trigger "stamp it" before update of day on billing.invoice for each row execute function public.stamp();
    create trigger stamp after insert on public.customer execute function public.stamp();
    alter table public.customer disable trigger stamp;

    alter table public.customer enable row level security;
    create policy all_named on public.customer using (name <> '');
    create policy monitored on public.customer as restrictive for update to pg_monitor using (id > 1) with check (id > 2);
    comment on policy monitored on public.customer is 'From the second.';
    alter table public.profile enable row level security;
    alter table public.profile force row level security;
    grant select, insert on public.customer to pg_monitor;
    grant update (name, mood) on public.customer to pg_monitor;
    grant select on billing.invoice to public;
`;
const inOneOrder = `
    create index by_payer on billing.invoice (payer_id) where day > '2000-01-01';
    create unique index by_name on public.customer (lower(name));
    create view public.rich as select id, name from public.customer;`;
const inTheOther = inOneOrder.split(";").toReversed().join(";");

function recipe(name: string, sql: string): Recipe {
    return {
        name,
        inputs: [sql],
        build: (database) => withClient(database, async (client) => void (await client.query(sql))),
    };
}

async function catalogOf(sql: string): Promise<Catalog> {
    const made = recipe("catalog", sql);
    return withCloneOf({ recipe: made, progress: silent }, (clone) => readCatalog(clone, ["public.migrations_done"]));
}

describe("the catalog", async () => {
    const catalog = await catalogOf(base + inOneOrder);
    const table = (name: string): Table => {
        const found = catalog.tables.find((candidate) => candidate.name === name);
        if (!found) throw new Error(`there is no table ${name}`);
        return found;
    };
    const page = (name: string): string => documentationPages(catalog).get(name) ?? "";

    it("holds tables and views by schema and name, without partitions and what was to be left out", () => {
        expect(catalog.tables.map(({ schema, name, kind }) => `${kind} ${schema}.${name}`)).toEqual([
            "table billing.invoice",
            "table public.customer",
            "table public.profile",
            "view public.rich",
        ]);
    });

    it("holds columns with type, default and how they are generated", () => {
        expect(table("customer").columns.map(({ name, type, default: value }) => [name, type, value])).toEqual([
            ["id", "bigint", "generated always as identity"],
            ["name", "text", null],
            ["shout", "text", "generated always as upper(name) stored"],
            ["mood", "mood", "'fair'::mood"],
        ]);
        expect(table("customer").columns.map(({ isNullable }) => isNullable)).toEqual([false, false, true, true]);
    });

    it("holds enumerated types in the order of their values", () => {
        expect(catalog.enums).toMatchObject([{ name: "mood", labels: ["sad", "fair", "happy"] }]);
    });

    it("holds constraints without those that only say not null, and indexes without those of constraints", () => {
        expect(table("customer").constraints.map(({ name }) => name)).toEqual([
            "customer_pkey",
            "name_not_blank_check",
        ]);
        expect(table("customer").indexes).toMatchObject([
            { name: "by_name", isUnique: true, definition: "btree (lower(name))" },
        ]);
        expect(table("invoice").indexes).toMatchObject([
            { name: "by_payer", isUnique: false, definition: "btree (payer_id) WHERE day > '2000-01-01'::date" },
        ]);
    });

    it("knows of foreign keys whether a row must have a target and whether a target has many rows", () => {
        expect(
            ["invoice", "profile"].flatMap((name) =>
                table(name).foreignKeys.map((key) => [key.columns, key.isRequired, key.isUnique]),
            ),
        ).toEqual([
            [["payer_id"], true, false],
            [["referrer_id"], false, false],
            [["customer_id"], true, true],
        ]);
    });

    it("knows triggers, but for those of constraints and of partitions", () => {
        expect(table("invoice").triggers).toEqual([
            {
                schema: "billing",
                table: "invoice",
                name: "stamp it",
                definition: "BEFORE UPDATE OF day ON billing.invoice FOR EACH ROW EXECUTE FUNCTION stamp()",
                isEnabled: true,
                comment: null,
            },
        ]);
        expect(table("customer").triggers).toMatchObject([{ name: "stamp", isEnabled: false }]);
        expect(table("profile").triggers).toEqual([]);
    });

    it("knows who sees and writes which rows", () => {
        expect(["customer", "profile", "invoice"].map((name) => table(name).rowSecurity)).toEqual([
            "enabled",
            "forced",
            "none",
        ]);
        expect(table("customer").policies).toMatchObject([
            { name: "all_named", command: "all", isPermissive: true, roles: ["public"], check: null },
            { name: "monitored", command: "update", isPermissive: false, roles: ["pg_monitor"], using: "id > 1" },
        ]);
    });

    it("knows what others than the owner may do", () => {
        expect(table("customer").privileges).toMatchObject([
            { role: "pg_monitor", privilege: "select", columns: null },
            { role: "pg_monitor", privilege: "insert", columns: null },
            { role: "pg_monitor", privilege: "update", columns: ["name", "mood"] },
        ]);
        expect(table("invoice").privileges).toMatchObject([{ role: "public", privilege: "select" }]);
        expect(table("profile").privileges).toEqual([]);
    });

    it("knows functions and procedures, and who may call them", () => {
        expect(catalog.routines).toMatchObject([
            {
                name: "close_day",
                kind: "procedure",
                arguments: "IN day date, IN force boolean DEFAULT false",
                callers: ["pg_monitor"],
            },
            { name: "stamp", kind: "function", result: "trigger", runsAsOwner: true, callers: [] },
        ]);
    });

    it("is the same whatever the order in which things were made", async () => {
        expect(await catalogOf(base + inTheOther)).toEqual(catalog);
    });

    it("becomes pages on which comments keep their words and are no mark-up", () => {
        expect(page("public.customer.md")).toContain("Who pays, or \\*would\\*; a &lt;b> is no tag.");
        expect(page("public.customer.md")).toContain("| `name` | `text` |  |  | First line, second line. |");
        expect(page("enums.md")).toContain("How somebody \\| something feels.");
    });

    it("becomes pages with triggers, policies, privileges and functions", () => {
        const customer = page("public.customer.md");
        expect(customer).toContain(
            "| `stamp` | `AFTER INSERT ON customer FOR EACH STATEMENT EXECUTE FUNCTION stamp()` | no |",
        );
        expect(customer).toContain("Enabled; the owner sees every row.");
        expect(customer).toContain(
            "| `monitored` | update, restrictive | `pg_monitor` | `id > 1` | `id > 2` | From the second. |",
        );
        expect(customer).toContain("| `pg_monitor` | select, insert | update `name`, `mood` |");
        expect(page("public.profile.md")).toContain("There is no policy.");
        expect(page("billing.invoice.md")).not.toContain("Row-level security");
        expect(page("routines.md")).toContain("| `stamp()` | its owner | Notes \\| when. |");
    });

    it("becomes pages that are linked with each other", () => {
        const pages = documentationPages(catalog);
        const links = [...pages.values()].flatMap((text) =>
            [...text.matchAll(/\]\(([^)#]+)/g)].map(([, to = ""]) => to),
        );
        expect(links).toContain("billing.invoice.md");
        expect(links).toContain("enums.md");
        expect(links.filter((to) => !pages.has(to))).toEqual([]);
    });

    it("becomes a diagram with the right number at each end of a line", () => {
        const text = page("README.md");
        expect(text).toContain('"customer" ||--o{ "billing.invoice" : "payer_id, referrer_id"');
        expect(text).toContain('"customer" ||--o| "profile" : "customer_id"');
        expect(text).not.toContain('    "rich"');
    });
});
