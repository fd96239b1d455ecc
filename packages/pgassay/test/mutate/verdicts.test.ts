import { beforeAll, describe, expect, it } from "vitest";
import type { Verdict } from "../../src/core/mutation-run.ts";
import { mutant, mutateByHand, verdicts } from "./mutate-by-hand.ts";

const schema = `
    create table public.book (
        id integer constraint book_pkey primary key,
        title text constraint title_check check (title <> ''),
        pages integer constraint pages_check check (pages > 0),
        constraint pages_limit_check check (pages < 10000)
    );
    create table public.shelf (name text constraint name_check check (name <> ''));
    create type public.level as enum ('low');
    create table public.stock (level public.level default 'low');
    create type public.mood as enum ('glad');
    create function public.answer() returns integer language sql begin atomic select 42; end;
`;

const files = {
    "book.sql": `
        begin;
        select plan(3);
        select throws_ok($$insert into public.book values (1, '', 1)$$, '23514');
        select throws_ok($$insert into public.book values (1, 'a', 0)$$, '23514');
        insert into public.book values (1, 'a', 500);
        select is(pages, 500, 'it has as many pages as it has # TODO never') from public.book;
        select * from finish();
        rollback;`,
    "answer.sql": `
        begin;
        select plan(1);
        select is(public.answer(), 42, 'the answer is known');
        select * from finish();
        rollback;`,
    "mood.sql": `
        begin;
        select plan(1);
        select is(enum_range(null::public.mood)::text, '{glad}', 'there is one mood');
        select * from finish();
        rollback;`,
    // It ends its transaction itself, so it sees only what is committed.
    "shelf.sql": `
        select plan(1);
        begin;
        insert into public.shelf values ('a');
        commit;
        select throws_ok($$insert into public.shelf values ('')$$, '23514');
        select * from finish();`,
};

const dropTitle = "alter table public.book drop constraint title_check";
const mutants = [
    mutant("unnoticed", "alter table public.book drop constraint pages_limit_check"),
    mutant("asserted", dropTitle),
    mutant("unnoticed again", "alter table public.book drop constraint if exists pages_limit_check"),
    mutant("unreadable", "delete from pg_enum where enumlabel = 'low'", { class: "enum" }),
    mutant("in the way", "alter table public.book add constraint small_check check (pages < 100)"),
    mutant("unchanged", "alter table public.book alter column id set not null"),
    mutant("impossible", "alter table public.book drop constraint no_such_check"),
    mutant("row lost", "create rule gone as on insert to public.book do instead nothing"),
    mutant(
        "endless",
        "create or replace function public.answer() returns integer language sql return (select pg_sleep(600) is null)::integer",
        {
            class: "function",
            owner: { schema: "public", name: "answer" },
        },
    ),
    mutant("committed", "alter type public.mood add value 'sad'", {
        planting: "clone",
        class: "enum",
        owner: { schema: "public", name: "mood" },
    }),
    mutant("noticed in a clone", "alter table public.shelf drop constraint name_check", {
        owner: { schema: "public", name: "shelf" },
    }),
    mutant("known", dropTitle, { ineffective: { kind: "weak", reason: "nobody does that" } }),
    mutant("slower", "create index on public.book (title)", { oracle: "plan", class: "index" }),
];

describe("a mutant", () => {
    let verdict: Record<string, Verdict>;

    beforeAll(async () => {
        verdict = verdicts(await mutateByHand(schema, files, mutants));
    }, 60_000);

    it("is killed by the assertion that fails because of it, which is named", () => {
        expect(verdict["asserted"]).toMatchObject({
            kind: "killed",
            by: { file: "book.sql", line: 4, how: "assertion", what: "threw 23514" },
        });
    });

    it("is killed by an error, and by another number of tests than planned", () => {
        expect(verdict["in the way"]).toMatchObject({
            kind: "killed",
            by: { file: "book.sql", line: 6, how: "error" },
        });
        expect(verdict["row lost"]).toMatchObject({ kind: "killed", by: { file: "book.sql" } });
    });

    it("is killed by the time limit when a test hangs with it", () => {
        expect(verdict["endless"]).toMatchObject({ kind: "killed", by: { file: "answer.sql", how: "timeout" } });
    });

    it("survives when no test notices", () => {
        expect(verdict["unnoticed"]).toEqual({ kind: "survived" });
    });

    it("is shown to files that need a database of their own, when no other noticed", () => {
        expect(verdict["noticed in a clone"]).toMatchObject({ kind: "killed", by: { file: "shelf.sql" } });
    });

    it("is committed in a clone when only a later transaction can see it", () => {
        expect(verdict["committed"]).toMatchObject({ kind: "killed", by: { file: "mood.sql", how: "assertion" } });
    });

    it("is not scored when it changes nothing, repeats another, or cannot be planted", () => {
        expect(verdict["unchanged"]?.kind).toBe("equivalent");
        expect(verdict["unnoticed again"]).toEqual({ kind: "duplicate", reason: "it makes the schema of unnoticed" });
        expect(verdict["impossible"]).toMatchObject({ kind: "stillborn", sqlstate: "42704" });
        expect(verdict["known"]).toEqual({ kind: "weak", reason: "nobody does that" });
    });

    it("survives although the catalog cannot be read with it", () => {
        expect(verdict["unreadable"]).toEqual({ kind: "survived" });
    });

    it("is refused when only a plan can notice it and there are no queries", () => {
        expect(verdict["slower"]?.kind).toBe("refused");
    });
});

it("is shown to the tests when plans did not notice it, and not when they did", async () => {
    const ofPlans = ["unnoticed by plans", "noticed by plans"].map((id) => mutant(id, dropTitle, { oracle: "plan" }));
    const noticed: Verdict = { kind: "killed", by: { file: "a.sql", how: "plan", what: "index-not-used" } };
    const judged = new Map<string, Verdict>([
        ["unnoticed by plans", { kind: "survived" }],
        ["noticed by plans", noticed],
    ]);
    const verdict = verdicts(await mutateByHand(schema, files, ofPlans, judged));
    expect(verdict["unnoticed by plans"]).toMatchObject({ kind: "killed", by: { file: "book.sql" } });
    expect(verdict["noticed by plans"]).toEqual(noticed);
}, 60_000);

describe("the suite", () => {
    it("is refused when it fails on the schema as it is, and the file is named", async () => {
        const broken = { "broken.sql": "begin; select plan(1); select ok(false, 'always wrong'); rollback;" };
        await expect(mutateByHand(schema, broken, [])).rejects.toThrow(/broken\.sql fails .*always wrong/);
    });

    it("may use deferred constraints and prepared statements, which outlive a rollback to a savepoint", async () => {
        const lasting = {
            "lasting.sql": `
                begin;
                select plan(2);
                prepare one as select 1;
                select lives_ok('insert into public.book values (1, ''a'', 1), (1, ''b'', 1)', 'not yet');
                select throws_ok('set constraints public.book_pkey immediate', '23505');
                delete from public.book where title = 'b';
                select lives_ok('set constraints public.book_pkey immediate', 'now it is');
                rollback;`.replace("plan(2)", "plan(3)"),
        };
        const deferred = schema.replace("primary key,", "primary key deferrable initially deferred,");
        const run = await mutateByHand(deferred, lasting, []);
        expect(run.cloneFiles).toEqual([]);
    });
});

describe("a file at another isolation level", () => {
    it("keeps it, in a database of its own", async () => {
        const fixed = {
            "fixed.sql": `
                begin isolation level repeatable read;
                select plan(1);
                select is(current_setting('transaction_isolation'), 'repeatable read', 'so it is');
                rollback;`,
        };
        const run = await mutateByHand(schema, fixed, []);
        expect(run.cloneFiles).toEqual([{ file: "fixed.sql", reason: "it begins or ends a transaction in line 2" }]);
    });
});

describe("row security", () => {
    const secured = `${schema}
        alter table public.book enable row level security;
        create policy book_read on public.book for select using (pages > 5);
        grant select on public.book to public;
        insert into public.book values (1, 'a', 1), (9, 'b', 9);
    `;
    const count = "select is((select count(*)::integer from public.book), WANTED, 'so many are seen');";
    const asOwner = { "read.sql": `begin; select plan(1); ${count.replace("WANTED", "2")} rollback;` };
    const asReader = {
        "read.sql": `begin; create role mutation_reader; grant usage on schema tap to public; select plan(1);
            set local role mutation_reader; ${count.replace("WANTED", "1")} rollback;`,
    };
    const mutants = [mutant("opened", "alter policy book_read on public.book using (true)", { class: "row-security" })];

    it("is not scored when every test passes by it", async () => {
        expect(verdicts(await mutateByHand(secured, asOwner, mutants))["opened"]).toMatchObject({
            kind: "refused",
            reason: expect.stringContaining("no test reads or writes a row as a role"),
        });
    });

    it("is scored when a test takes a role that it applies to", async () => {
        expect(verdicts(await mutateByHand(secured, asReader, mutants))["opened"]).toMatchObject({ kind: "killed" });
    });
});
