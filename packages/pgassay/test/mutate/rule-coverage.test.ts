import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Finding } from "../../src/core/finding.ts";
import { silent } from "../../src/core/progress.ts";
import type { RuleCoverage } from "../../src/core/rule-coverage.ts";
import { coverRules } from "../../src/mutate/coverage/cover-rules.ts";
import { coverageFindings } from "../../src/mutate/coverage/coverage-findings.ts";
import { coverageMutants } from "../../src/mutate/coverage/rule.ts";
import { planWatch } from "../../src/mutate/coverage/watch.ts";
import { watchSuite } from "../../src/mutate/coverage/watch-suite.ts";
import { mutantsOfSchema } from "../../src/mutate/derive-mutants.ts";
import { mutateSchema } from "../../src/mutate/mutate-schema.ts";
import { readSchema } from "../../src/mutate/read-schema.ts";
import { readSuite } from "../../src/mutate/suite.ts";
import { testRecipe } from "../../src/pgtap/test-recipe.ts";
import type { Cluster, Template } from "../../src/server/cluster.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "../server/recipes.ts";
import { asTest } from "./derived-corpus.ts";

const schema = `
    create type public.mood as enum ('sad', 'glad');
    create domain public.isbn as text constraint isbn_check check (value <> '');
    create table public.shelf (
        id integer constraint shelf_pkey primary key,
        name text not null default 'new' constraint shelf_name_check check (name <> ''),
        constraint shelf_id_name_key unique (id, name)
    );
    create table public.book (
        shelf_id integer not null constraint book_shelf_id_fkey references public.shelf deferrable initially deferred,
        isbn public.isbn constraint book_isbn_key unique,
        mood public.mood
    );
    create table public.ticket (
        id integer constraint ticket_pkey primary key deferrable,
        seat integer,
        shelf_id integer,
        shelf_name text,
        constraint ticket_id_seat_key unique (id, seat),
        constraint ticket_shelf_fkey foreign key (shelf_id, shelf_name) references public.shelf (id, name)
    );
    create table public.slot (place integer, constraint slot_place_excl exclude using btree (place with =));
    create unique index book_mood_idx on public.book (mood) where mood = 'glad';
    create function public.guard() returns trigger language plpgsql as $$
        begin
            if new.isbn = 'bad' then raise exception 'refused'; end if;
            return new;
        end $$;
    create trigger guard before insert on public.book for each row execute function public.guard();
    create role coverage_reader;
    grant select on public.shelf to coverage_reader;
    alter table public.shelf enable row level security;
    create policy shelf_read on public.shelf for select using (name <> 'hidden');
`;

/** Every rule asserted, passed and met; each line is one that a case below takes away or changes. */
const complete = [
    "insert into shelf (id) values (1);",
    "select is((select name from shelf), 'new', 'a shelf has a name');",
    "select throws_constraint($$insert into shelf values (1)$$, '23505', 'shelf_pkey');",
    "select throws_constraint($$insert into shelf values (2, null)$$, '23502', 'shelf.name');",
    "select throws_constraint($$insert into shelf values (2, '')$$, '23514', 'shelf_name_check');",
    "select lives_ok($$insert into book values (1, 'a', 'sad')$$);",
    "select lives_ok($$insert into book values (1, 'b', 'glad')$$);",
    "select throws_constraint($$insert into book values (null)$$, '23502', 'book.shelf_id');",
    "select throws_constraint($$insert into book values (7); set constraints book_shelf_id_fkey immediate$$," +
        " '23503', 'book_shelf_id_fkey');",
    "select throws_constraint($$insert into book values (1, 'b')$$, '23505', 'book_isbn_key');",
    "select throws_constraint($$insert into book values (1, 'c', 'glad')$$, '23505', 'book_mood_idx');",
    "insert into ticket values (1, 1, 1, 'new');",
    "select throws_constraint($$insert into ticket values (2, 2, 1, 'old')$$, '23503', 'ticket_shelf_fkey');",
    "select throws_constraint($$insert into ticket values (1, 2)$$, '23505', 'ticket_pkey');",
    "select throws_constraint($$insert into ticket values (1, 1)$$, '23505', 'ticket_id_seat_key');",
    "insert into slot values (1);",
    "select throws_constraint($$insert into slot values (1)$$, '23P01', 'slot_place_excl');",
    "select throws_constraint($$select ''::isbn$$, '23514', 'isbn_check');",
    "select throws_ok($$insert into book values (1, 'bad')$$, 'P0001', 'refused');",
    "select enum_has_labels('mood', array['sad', 'glad']);",
    "insert into shelf values (3, 'hidden');",
    "set local role coverage_reader;",
    "create temporary table seen as select count(*)::integer as shelves from shelf;",
    "reset role;",
    "select is((select shelves from seen), 1, 'one shelf is hidden');",
];

/** A case: what becomes of the lines, and which holes that makes. */
const cases: Readonly<Record<string, { readonly lines: readonly string[]; readonly holes: readonly string[] }>> = {
    "all is shown": { lines: complete, holes: [] },
    "the same in another layout and order": {
        lines: complete.map((line) => `-- why\n${line.replace("select throws", "select\n    throws")}`),
        holes: [],
    },
    "a refusal is met by its class of errors alone": {
        lines: complete.map((line) =>
            line.includes("shelf_name_check")
                ? "select throws_ok($$insert into shelf values (2, '')$$, '23514');"
                : line,
        ),
        holes: ["rule-not-met check public.shelf.shelf_name_check"],
    },
    "a null is refused by nobody knows which column": {
        lines: complete.map((line) =>
            line.includes("shelf.name'") ? "select throws_ok($$insert into shelf values (2, null)$$, '23502');" : line,
        ),
        holes: ["rule-not-met not-null public.shelf.name"],
    },
    "nobody meets a key that is asked before a shorter one, which is deferrable": {
        lines: complete.map((line) =>
            line.includes("ticket_id_seat_key") ? "select has_unique('ticket', 'no seat is sold twice');" : line,
        ),
        holes: ["rule-not-met unique public.ticket.ticket_id_seat_key"],
    },
    "nobody tries a row that the trigger refuses": {
        lines: complete.map((line) =>
            line.includes("'bad'") ? "select has_trigger('book', 'guard', 'there is a guard');" : line,
        ),
        holes: ["rule-not-met trigger public.book.guard"],
    },
    "a rule is asserted, and no row of a test comes near it": {
        lines: complete.map((line) =>
            line.includes("isbn_check")
                ? "select ok(exists (select from pg_constraint where conname = 'isbn_check'));"
                : line,
        ),
        holes: ["rule-not-met domain-check public.isbn.isbn_check"],
    },
    "no row has a label, and nothing else comes near the keys": {
        lines: complete.filter((line) => !line.includes("'b', 'glad'") && !/book_mood_idx|'b'\)/.test(line)),
        holes: [
            "rule-not-asserted unique public.book.book_isbn_key",
            "rule-not-asserted unique-index public.book.book_mood_idx",
            "rule-not-met unique public.book.book_isbn_key",
            "rule-not-met unique-index public.book.book_mood_idx",
            "rule-not-passed enum-label public.mood glad",
            "rule-not-passed unique-index public.book.book_mood_idx",
        ],
    },
    "the policy hides nothing": {
        lines: complete.filter((line) => !line.includes("'hidden'")),
        holes: ["rule-not-met policy public.shelf.shelf_read"],
    },
};

async function cover(cluster: Cluster, template: Template, path: string): Promise<RuleCoverage[]> {
    const files = [{ name: "book.sql", path }];
    const read = await cluster.withClone(template, (clone) =>
        asTest(clone, async (client) => {
            const shown = await readSchema(client, []);
            return { shown, watch: await planWatch(client, shown) };
        }),
    );
    const mutants = coverageMutants(await mutantsOfSchema(read.shown));
    const known = { lastKillers: new Map(), accepted: new Map(), judged: new Map() };
    const run = await mutateSchema(cluster, template, { mutants, files, ...known }, silent);
    const seen = await watchSuite(cluster, template, await readSuite(files), read.watch, silent);
    return coverRules(read.shown, run.mutants, seen);
}

function idOf({ code, subject }: Finding): string {
    return `${code} ${subject}`;
}

it("finds exactly the holes that a change of the tests makes", async () => {
    const recipe = await testRecipe(schemaOf(schema), "no such directory");
    const directory = await mkdtemp(join(tmpdir(), "rule-coverage-"));
    try {
        await withCluster({ recipe, progress: silent }, async (cluster) => {
            const template = await cluster.ensureTemplate(recipe, silent);
            for (const [name, { lines, holes }] of Object.entries(cases)) {
                const path = join(directory, "book.sql");
                const text = ["begin;", "select no_plan();", ...lines, "select * from finish();", "rollback;"];
                await writeFile(path, text.join("\n"));
                const rules = await cover(cluster, template, path);
                expect(rules.length).toBe(18);
                expect(coverageFindings(rules, new Map(), true).map(idOf).sort(), name).toEqual(holes);
                if (holes.length === 0) continue;
                // Accepted holes are none; what is accepted and no hole is one.
                const accepted = new Map([...holes, "rule-not-met check gone"].map((id) => [id, "a reason"]));
                expect(coverageFindings(rules, accepted, true).map(idOf)).toEqual([
                    "acceptance-stale rule-not-met check gone",
                ]);
            }
        });
    } finally {
        await rm(directory, { recursive: true });
    }
}, 180_000);
