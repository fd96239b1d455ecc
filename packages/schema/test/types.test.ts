import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { silent, withClient, withCluster, type Database } from "pgassay";
import { describe, expect, it } from "vitest";
import type { Interval } from "../src/index.ts";
import { generateTypes, typesOf } from "./generate-types.ts";
import { ourTestRecipe } from "./project.ts";

/** Out of git's sight, and where the compiler finds the packages that a program imports. */
const results = fileURLToPath(new URL("../test-results/", import.meta.url));
const example = await readFile(new URL("example/open-tasks.ts", import.meta.url), "utf8");

/** What the compiler complains about in a program that uses the types; nothing when it accepts it. */
async function complaintsAbout(program: string): Promise<string> {
    await mkdir(results, { recursive: true });
    const directory = await mkdtemp(join(results, "program-"));
    try {
        await writeFile(join(directory, "program.ts"), program);
        const compilerOptions = { noEmit: true, composite: false, incremental: false };
        const config = { extends: "../../../../tsconfig.base.json", compilerOptions, include: ["program.ts"] };
        await writeFile(join(directory, "tsconfig.json"), JSON.stringify(config));
        return await promisify(execFile)("npx", ["tsc", "-p", directory]).then(
            () => "",
            ({ stdout }: { readonly stdout: string }) => stdout,
        );
    } finally {
        await rm(directory, { recursive: true, force: true });
    }
}

async function withOurClone(use: (clone: Database, tcpUrl: string) => Promise<void>): Promise<void> {
    const recipe = await ourTestRecipe();
    await withCluster({ recipe, progress: silent }, async (cluster) =>
        cluster.withClone(await cluster.ensureTemplate(recipe, silent), (clone) => use(clone, cluster.tcpUrl(clone))),
    );
}

// `npm run types:write` runs this test alone and lets it write the file.
describe("the generated types", () => {
    it("are those of the migrations: else run `npm run types:write -w @bduf/schema`", async () => {
        for (const [schema, text] of Object.entries(await generateTypes())) {
            await expect(text).toMatchFileSnapshot(`../src/generated/${schema}.ts`);
        }
    });

    it("know every column's type: else say in generate-types.ts what node-postgres returns", async () => {
        const { public: ours, monitoring } = await generateTypes();
        expect((ours + monitoring).match(/^ {2}.+: unknown.*/gm)).toBe(null);
    });

    it("say of a view's columns that they may be null, and know the type of each", () =>
        withOurClone(async (clone, tcpUrl) => {
            await withClient(clone, (client) =>
                client.query(
                    `create view public.busy_days as
                    select created_at::date as day, count(*) as tasks from public.tasks group by 1`,
                ),
            );
            expect((await typesOf(tcpUrl)).public).toMatch(
                /interface BusyDays \{\s+day: Date \| null;\s+tasks: string \| null;\s+\}/,
            );
        }));

    it("let the example compile", async () => {
        expect(await complaintsAbout(example)).toBe("");
    });

    it.each([
        { mistake: "an unknown state", from: '"blocked"', to: '"stuck"', complaint: "TaskStatusEnum" },
        { mistake: "a column that is not there", from: '"title" |', to: '"titel" |', complaint: "titel" },
        {
            mistake: "arithmetic on a numeric",
            from: "Number(estimated_hours ?? 0)",
            to: "estimated_hours",
            complaint: "string",
        },
    ])("do not let $mistake compile", async ({ from, to, complaint }) => {
        expect(example).toContain(from);
        expect(await complaintsAbout(example.replace(from, to))).toMatch(new RegExp(`error TS\\d+[^]*${complaint}`));
    });

    it("say what node-postgres returns", () =>
        withOurClone((clone) =>
            withClient(clone, async (client) => {
                const { rows } = await client.query<Record<string, unknown>>(
                    `select
                            9007199254740993::bigint as bigint,
                            1.10::numeric as numeric,
                            7::integer as integer,
                            timestamptz '2026-01-01 00:00:00+00' as timestamptz,
                            date '2026-01-01' as date,
                            '{"a": [1]}'::jsonb as jsonb,
                            array['a', 'b']::text[] as texts,
                            inet '10.0.0.1' as inet,
                            to_tsvector('simple', 'word') as tsvector,
                        '\\xff'::bytea as bytea,
                        '12'::xid8 as xid8,
                        'tasks'::name as name,
                        interval '2 days 3.5 seconds' as interval`,
                );
                expect(rows[0]).toEqual({
                    bigint: "9007199254740993",
                    numeric: "1.10",
                    integer: 7,
                    timestamptz: new Date("2026-01-01T00:00:00Z"),
                    date: new Date(2026, 0, 1),
                    jsonb: { a: [1] },
                    texts: ["a", "b"],
                    inet: "10.0.0.1",
                    tsvector: "'word':1",
                    bytea: Buffer.from([255]),
                    xid8: "12",
                    name: "tasks",
                    interval: { days: 2, seconds: 3, milliseconds: 500 } satisfies Interval,
                });
            }),
        ));
});
