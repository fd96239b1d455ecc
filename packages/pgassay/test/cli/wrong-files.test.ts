import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, pgassay, withProject } from "./pgassay.ts";

const query = "queries/book/books_on_shelf.sql";
const migration = "migrations/20260101000001_books.sql";
const test = "tests/book.sql";

/** Writes a file in an encoding that was once common. */
async function toLatin1(directory: string, file: string, from: string, to: string): Promise<void> {
    await edit(join(directory, file), from, to);
    await writeFile(join(directory, file), await readFile(join(directory, file), "utf8"), "latin1");
}

async function withMark(directory: string, file: string): Promise<void> {
    await writeFile(join(directory, file), `\u{feff}${await readFile(join(directory, file), "utf8")}`);
}

/** The message of an error in its three parts, and nothing else. */
const threeParts = /^pgassay: could not .+\n {2}what happened: .+\n {2}what to do: {4}.+\n$/m;

describe("a query that fails", () => {
    it.each([["indexes"], ["mutate"], ["plan"]])("is no defect of ours to %s", (verb) =>
        withProject(async (directory) => {
            await edit(join(directory, query), "from book", "from bok");
            const { code, stderr } = await pgassay(directory, [verb]);
            expect([code, stderr]).toEqual([2, expect.stringMatching(threeParts)]);
            expect(stderr).toMatch(
                /case "typical" of queries\/book\/books_on_shelf\.sql\n.*relation "bok" does not exist/,
            );
        }),
    );

    it("may compute what cannot be computed from the parameters, for as long as it is not asked to", () =>
        withProject(async (directory) => {
            const divided = "where shelf_id = case when :shelf_id = 3 then :shelf_id else 1 / (:shelf_id - 3) end";
            await edit(join(directory, query), "where shelf_id = :shelf_id", divided);
            expect(await pgassay(directory, ["plan"])).toMatchObject({ code: 0 });
        }));
});

describe("a file that is not UTF-8", () => {
    it.each([
        { file: query, from: "    title", to: "    'B\u{fc}cher' as title", args: ["plan"], line: 14 },
        { file: test, from: "a shelf has a name", to: "Ein B\u{fc}cherbrett", args: ["test"], line: 3 },
        { file: test, from: "a shelf has a name", to: "Ein B\u{fc}cherbrett", args: ["mutate"], line: 3 },
        { file: "tests/setup/shelf.sql", from: "create", to: "-- B\u{fc}cher\ncreate", args: ["test"], line: 1 },
        {
            file: "seeds/books.sql",
            from: "insert",
            to: "-- B\u{fc}cher\ninsert",
            args: ["seed", "--dataset", "few"],
            line: 1,
        },
        { file: migration, from: "-- migrate:up", to: "-- migrate:up\n-- B\u{fc}cher", args: ["lint"], line: 2 },
    ])("is refused, with its line: $file, by $args", ({ file, from, to, args, line }) =>
        withProject(async (directory) => {
            await toLatin1(directory, file, from, to);
            const { code, stderr } = await pgassay(directory, args);
            expect([code, stderr]).toEqual([2, expect.stringMatching(threeParts)]);
            expect(stderr).toContain(`${file}\n  what happened: line ${line} is not UTF-8\n`);
        }),
    );
});

describe("a byte order mark", () => {
    it("is no part of a query or a test", () =>
        withProject(async (directory) => {
            await withMark(directory, query);
            await withMark(directory, test);
            expect(await pgassay(directory, ["plan"])).toMatchObject({ code: 0 });
            expect(await pgassay(directory, ["test"])).toMatchObject({ code: 0 });
        }));

    it("hides the first line of a migration from dbmate, which is said", () =>
        withProject(async (directory) => {
            await withMark(directory, migration);
            const { code, stderr } = await pgassay(directory, ["test"]);
            expect([code, stderr]).toEqual([2, expect.stringMatching(threeParts)]);
            expect(stderr).toContain("it begins with a byte order mark");
        }));
});

describe("a directory of the configuration that lies in a file", () => {
    it.each([
        { key: "docs", args: ["docs"] },
        { key: "docs", args: ["docs", "--check"] },
        { key: "statistics", args: ["stats", "check"] },
        { key: "history", args: ["history"] },
        { key: "runs", args: ["bench"] },
        { key: "tests", args: ["test"] },
        { key: "queries", args: ["plan"] },
    ])("is named by its path: $key, by $args", ({ key, args }) =>
        withProject(async (directory) => {
            await edit(join(directory, "pgassay.config.ts"), `${key}: "${key}"`, `${key}: "dataset.ts/${key}"`);
            const { code, stderr } = await pgassay(directory, args);
            expect([2, 3]).toContain(code);
            expect(stderr).toMatch(threeParts);
            expect(stderr).toContain(`dataset.ts/${key}`);
        }),
    );
});

describe("a cache directory", () => {
    it("that has no place for PostgreSQL is named", () =>
        withProject(async (directory) => {
            const cache = await mkdtemp(join(tmpdir(), "no-room-"));
            try {
                await chmod(cache, 0o755);
                // Where directories should be made is a file.
                await writeFile(join(cache, "runtime"), "");
                const { code, stderr } = await pgassay(directory, ["lint"], { PGASSAY_CACHE_DIR: cache });
                expect([code, stderr]).toEqual([3, expect.stringMatching(threeParts)]);
                expect(stderr).toContain(`could not unpack PostgreSQL into ${cache}`);
            } finally {
                await rm(cache, { recursive: true });
            }
        }));
});
