import { beforeAll, expect, it } from "vitest";
import { deriveMutants } from "../../src/mutate/derive-mutants.ts";
import { onSchemas } from "./derived-corpus.ts";

const roles = `
    do $$ begin create role corpus_reader nologin; exception when duplicate_object then null; end $$;
    do $$ begin create role corpus_writer nologin in role corpus_reader; exception when duplicate_object then null; end $$;
`;

/** A schema in pieces that can be written in other ways. */
const pieces = {
    mood: "create type mood as enum ('sad', 'fair', 'happy');",
    team: "create table team (id integer constraint team_pkey primary key, name text not null);",
    shop: "create table shop (id integer constraint shop_pkey primary key);",
    person: `create table person (
        id integer constraint person_pkey primary key,
        team_id integer constraint person_team_id_fkey references team on delete cascade,
        age integer not null default 0 constraint age_check check (age between 0 and 150),
        mood mood default 'sad',
        email text constraint person_email_key unique
    );`,
    index: "create index person_age_idx on person (age);",
    uniqueIndex: "create unique index person_name_key on team (lower(name)) where id > 0;",
    view: "create view adults as select id, email from person where age >= 18 and mood <> 'sad';",
    function: `create function guard() returns trigger language plpgsql as $$
        declare v_limit integer := 5;
        begin
            if new.age > v_limit then raise exception 'too old'; end if;
            if new.id is null then v_limit := 6; end if;
            return new;
        end $$;`,
    trigger: "create trigger guard before insert or update on person for each row execute function guard();",
    policies: `alter table person enable row level security;
        create policy person_read on person for select to corpus_reader using (age > 5 and mood = 'sad');
        create policy person_write on person for insert with check (age > 6);`,
    grants: "grant select on person to corpus_reader; grant insert, update (age) on person to corpus_writer;",
};

function schema(changes: Partial<typeof pieces> = {}, order = Object.keys(pieces)): string {
    const changed: Readonly<Record<string, string>> = { ...pieces, ...changes };
    return roles + order.map((name) => changed[name] ?? "").join("\n");
}

const refactorings: Readonly<Record<string, string>> = {
    "tables in another order": schema({}, ["shop", "team", "mood", ...Object.keys(pieces).slice(3)]),
    "a local variable renamed": schema({ function: pieces.function.replaceAll("v_limit", "v_most") }),
    "a function reformatted, with comments": schema({
        function: pieces.function.replace(/;\s*/g, ";\n\n  -- if this; raise that\n").replace("if new", "IF   new"),
    }),
    "independent statements of a function reordered": schema({
        function: pieces.function.replace(/(if new.age.*?end if;)(\s*)(if new.id.*?end if;)/s, "$3$2$1"),
    }),
    "a check written otherwise": schema({
        person: pieces.person
            .replace("age between 0 and 150", "((0) <= age) = true")
            .replace("((0) <= age) = true", "age >= 0 and (age) <= 150"),
    }),
    "constraints added later": schema({
        person: `${pieces.person.replace(" constraint person_email_key unique", "").replace(/ constraint person_team_id_fkey .*?,/, ",")}
            alter table person add constraint person_email_key unique (email);
            alter table person add constraint person_team_id_fkey foreign key (team_id) references team (id) on delete cascade;`,
    }),
    "a type built up label by label": schema({
        mood: "create type mood as enum ('sad', 'happy'); alter type mood add value 'fair' before 'happy';",
    }),
    "comments on everything": schema({
        grants: `${pieces.grants} comment on table person is 'A person.'; comment on column person.age is 'In years.';
            comment on constraint age_check on person is 'Nobody is older.'; comment on function guard() is 'Guards.';`,
    }),
    "grants and policies in another order": schema({
        grants: pieces.grants.split(";").toReversed().join(";"),
        policies: pieces.policies
            .split(";")
            .toSpliced(1, 2, ...pieces.policies.split(";").slice(1, 3).toReversed())
            .join(";"),
    }),
    "a view reformatted, with aliases of its columns": schema({
        view: "create view adults (id, email) as\nselect person.id,\n  person.email\nfrom person where (((age >= 18)) and mood <> 'sad');",
    }),
    "rows, statistics and a vacuumed past": schema({
        grants: `${pieces.grants} insert into team values (1, 'x'), (2, 'y'); delete from team; analyze;
            alter table team add column gone text; alter table team drop column gone;`,
    }),
};

/** Ids in one order; which statements of a function come first is nobody's promise. */
let ids: Record<string, string[]>;

beforeAll(async () => {
    const unrelated = `${schema()} create table unrelated (id integer constraint unrelated_pkey primary key);`;
    ids = await onSchemas({ base: schema(), unrelated, ...refactorings }, async (client) =>
        (await deriveMutants(client)).map(({ id }) => id).sort(),
    );
}, 120_000);

it.each(Object.keys(refactorings))("%s: every mutant keeps its id", (name) => {
    expect(ids[name]).toEqual(ids["base"]);
});

it("a table that has nothing to do with the others adds mutants of its own only", () => {
    expect(ids["unrelated"]?.filter((id) => !id.includes(" public.unrelated"))).toEqual(ids["base"]);
});

it("a change of what the schema promises does change ids", () => {
    expect(ids["base"]).toContain("check-comparison public.person.age_check (age <= 150) becomes (age < 150)");
    expect(ids["base"]?.length).toBeGreaterThan(100);
});
