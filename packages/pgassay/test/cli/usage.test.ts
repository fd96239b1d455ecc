import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadVerb } from "../../src/cli/load-verb.ts";
import { verbs } from "../../src/cli/verbs.ts";
import { pgassay, withProject, type Outcome } from "./pgassay.ts";

/** Every error a user can cause has three parts and no stack trace. */
function expectThreeParts({ stderr, stdout }: Outcome, ...mentions: string[]): void {
    expect(stderr).toMatch(/^pgassay: could not .+\n {2}what happened: [^]+\n {2}what to do: {4}.+\n$/m);
    expect(stderr).not.toMatch(/^ +at /m);
    expect(stdout).toBe("");
    for (const text of mentions) expect(stderr).toContain(text);
}

const commands = await Promise.all(verbs.map(loadVerb));

describe("help", () => {
    it("lists every verb", async () => {
        const { code, stdout } = await pgassay(".", ["--help"]);
        expect(commands.filter(({ name }) => !stdout.includes(`  ${name}`))).toEqual([]);
        expect(code).toBe(0);
    });

    it.each(commands.map(({ name, flags }) => [name, Object.keys(flags)] as const))(
        "of %s lists every flag",
        async (name, flags) => {
            const { code, stdout } = await pgassay(".", [name, "--help"]);
            expect(flags.filter((flag) => !stdout.includes(`--${flag}`))).toEqual([]);
            expect(code).toBe(0);
        },
    );
});

describe("what is asked of the program as a whole", () => {
    it.each(["--version", "--help"])("loads nothing that only verbs need: %s", async (flag) => {
        const loaded = await mkdtemp(join(tmpdir(), "loaded-"));
        try {
            expect(await pgassay(".", [flag], { NODE_V8_COVERAGE: loaded })).toMatchObject({ code: 0 });
            const [file = ""] = await readdir(loaded);
            const scripts = await readFile(join(loaded, file), "utf8");
            expect(scripts).toContain("/dist/cli/main.js");
            expect(scripts).not.toContain("/node_modules/");
        } finally {
            await rm(loaded, { recursive: true });
        }
    });
});

describe("a command line that is wrong", () => {
    it.each([
        { args: ["tset"], mentions: ['there is no such verb; did you mean "test"?'] },
        { args: ["everything"], mentions: ["there is no such verb; there are migrate, lint"] },
        { args: ["test", "--rnner", "tap"], mentions: ['no --rnner; did you mean "--runner"?', "pgassay test --help"] },
        { args: ["test", "-x"], mentions: ["Unknown option '-x'"] },
        { args: ["report", "--database-url", "postgresql://me@host/shop"], mentions: ["there is no --database-url"] },
        { args: ["history", "--database-url", "postgresql://me@host/shop"], mentions: ["there is no --database-url"] },
        { args: ["test", "--runner", "jest"], mentions: ['"jest" is none of tap, pg_prove'] },
        { args: ["plan", "--scale", "many"], mentions: ['"many" is not a number above zero'] },
        { args: ["plan", "--scale", "-1"], mentions: ["one that begins with a dash is written --scale=-1"] },
        { args: ["plan", "--scale=-1"], mentions: ['"-1" is not a number above zero'] },
        { args: ["plan", "no/such_query"], mentions: ["no/such_query", "book/books_on_shelf"] },
        { args: ["plan", "--reason", "why not"], mentions: ["there is no --accept"] },
        { args: ["plan", "--accept"], mentions: ["goldens", "docs/config.md"] },
        { args: ["seed", "everything"], mentions: ["everything"] },
        { args: ["compare", ".", "--config", "other.ts"], mentions: ["there is no --config"] },
        { args: ["migrate", "sideways"], mentions: ["up, down, status, dump, verify"] },
        { args: ["migrate", "up"], mentions: ["--database-url"] },
        { args: ["test", "--config", "nowhere.ts"], mentions: ["nowhere.ts", "there is no such file", "--config"] },
    ])("exits 2: $args", ({ args, mentions }) =>
        withProject(async (directory) => {
            const outcome = await pgassay(directory, args);
            expectThreeParts(outcome, ...mentions);
            expect(outcome.code).toBe(2);
        }),
    );

    it("exits 2 where there is no configuration", async () => {
        const outcome = await pgassay("/", ["test"]);
        expectThreeParts(outcome, "there is no pgassay.config.ts in /");
        expect(outcome.code).toBe(2);
    });

    it("names every mistake of a configuration at once", () =>
        withProject(async (directory) => {
            const config = "export default { migrations: { directory: 7 }, tets: 'tests', dataset: {} };";
            await writeFile(join(directory, "pgassay.config.ts"), config);
            const outcome = await pgassay(directory, ["test"]);
            expectThreeParts(
                outcome,
                'did you mean "tests"?',
                "migrations.directory",
                "migrations.schemaFile",
                "tets",
                "must be a dataset",
            );
            expect(outcome.code).toBe(2);
        }));
});

describe("a server that is not there", () => {
    const testWith = (url: string): Promise<Outcome> =>
        withProject((directory) => pgassay(directory, ["test"], { DATABASE_URL: url }));

    it("exits 2 for what is no URL of PostgreSQL", async () => {
        const outcome = await testWith("mysql://localhost/shop");
        expectThreeParts(outcome, "DATABASE_URL", "postgresql://");
        expect(outcome.code).toBe(2);
    });

    it("exits 3 where nobody listens, and keeps the password to itself", async () => {
        const outcome = await testWith("postgresql://me:hidden@127.0.0.1:1/shop");
        expectThreeParts(outcome, "127.0.0.1:1", "ECONNREFUSED");
        expect(outcome.stderr).not.toContain("hidden");
        expect(outcome.code).toBe(3);
    });

    it("exits 3 where something else has the port", async () => {
        const other = createServer((socket) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
        other.listen(0, "127.0.0.1");
        await once(other, "listening");
        const { port } = other.address() as AddressInfo;
        try {
            const outcome = await testWith(`postgresql://me@127.0.0.1:${port}/shop`);
            expectThreeParts(outcome, `127.0.0.1:${port}`);
            expect(outcome.code).toBe(3);
        } finally {
            other.close();
        }
    });

    it("exits 3 when the temporary directory cannot be used", () =>
        withProject(async (directory) => {
            const outcome = await pgassay(directory, ["test"], { TMPDIR: join(directory, "pgassay.config.ts") });
            expectThreeParts(outcome, "TMPDIR");
            expect(outcome.code).toBe(3);
        }));
});
