import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { nextTask } from "./example/my-day.ts";
import { describeQuery, generateQueries, withSchema } from "./generate-queries.ts";

/** Out of git's sight, and where the compiler finds the packages that a program imports. */
const results = fileURLToPath(new URL("../test-results/", import.meta.url));
const example = await readFile(new URL("example/my-day.ts", import.meta.url), "utf8");

/** What the compiler complains about in a program that uses the queries; nothing when it accepts it. */
async function complaintsAbout(program: string): Promise<string> {
    await mkdir(results, { recursive: true });
    const directory = await mkdtemp(join(results, "program-"));
    try {
        await writeFile(join(directory, "program.ts"), program);
        const compilerOptions = {
            noEmit: true,
            composite: false,
            incremental: false,
            customConditions: ["source"],
            allowImportingTsExtensions: true,
            rewriteRelativeImportExtensions: false,
        };
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

// `npm run queries:write` runs this test alone and lets it write the file.
describe("the typed queries", () => {
    it("are those of the query files and the schema: else run `npm run queries:write -w @bduf/bench`", async () => {
        await expect(await generateQueries()).toMatchFileSnapshot("../src/generated/queries.ts");
    });

    it("know of a column whether it may be null, by its table and by how it is joined", () =>
        withSchema(async (client) => {
            const shapeOf = (text: string) => describeQuery(client, { text, parameters: [], cases: [] });
            const inner = "select t.title, t.description, count(*) over () as all from tasks t join projects p on true";
            expect((await shapeOf(inner)).columns).toEqual([
                { name: "title", type: "string", isNullable: false },
                { name: "description", type: "string", isNullable: true },
                { name: "all", type: "string", isNullable: true },
            ]);
            const outer = "select t.title from projects p left join tasks t on t.project_id = p.id";
            expect((await shapeOf(outer)).columns).toEqual([{ name: "title", type: "string", isNullable: true }]);
        }));

    it("run on a real database", () =>
        withSchema(async (client) => {
            const { rows } = await client.query<{ user: string }>(
                `with
                     person as (
                         insert into users (email, username, password_hash)
                         values ('a@example.org', 'a', '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$bm90IGEgcmVhbCBoYXNo')
                         returning id
                     ),
                     project as (insert into projects (name, created_by) select 'Survey', id from person returning id, created_by)
                 insert into tasks (project_id, title, status, priority, created_by, assigned_to, custom_fields)
                 select project.id, title, status::task_status_enum, priority::priority_enum, created_by, created_by, '{}'
                 from
                     project,
                     (values
                         ('Fix the mast', 'blocked', 'critical'), ('Sound the bay', 'pending', 'high'), ('Rest', 'pending', 'low')
                     ) as task (title, status, priority)
                 returning created_by as user`,
            );
            expect(await nextTask(client, rows[0]?.user ?? "")).toMatchObject({
                title: "Sound the bay",
                status: "pending",
                priority: "high",
            });
        }));

    it("let the example compile", async () => {
        expect(await complaintsAbout(example)).toBe("");
    });

    it.each([
        {
            mistake: "a parameter of another name",
            from: "user_id: userId",
            to: "user: userId",
            complaint: "MyOpenTasksParameters",
        },
        { mistake: "a parameter of another type", from: "user_id: userId", to: "user_id: 7", complaint: "string" },
        { mistake: "a column that is not there", from: "({ status })", to: "({ state: status })", complaint: "state" },
        { mistake: "an unknown label", from: '"blocked"', to: '"stuck"', complaint: "TaskStatusEnum" },
    ])("do not let $mistake compile", async ({ from, to, complaint }) => {
        expect(example).toContain(from);
        expect(await complaintsAbout(example.replace(from, to))).toMatch(new RegExp(`error TS\\d+[^]*${complaint}`));
    });
});
