import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withOwnCache } from "./own-cache.ts";
import { edit, projects, withProject } from "./pgassay.ts";

const library = fileURLToPath(projects.library);
const { pgassay } = withOwnCache();

describe("the lending library, a project that pgassay knows nothing of", () => {
    it("has migrations that revert and repeat, and its schema file", async () => {
        const { code, stderr, stdout } = await pgassay(library, ["migrate", "verify"]);
        expect([code, stdout], stderr).toEqual([0, expect.stringContaining("nothing is left in between")]);
    });

    it("passes its tests", async () => {
        const { code, stdout } = await pgassay(library, ["test"]);
        expect(stdout).toMatch(/\b\d{3} passed, 0 failed\n$/);
        expect(code).toBe(0);
    });

    it("fails them when a returned copy stays taken until it was due", () =>
        withProject(async (directory) => {
            const migration = join(directory, "db/migrations/20260101000002_lending.sql");
            await edit(migration, "daterange(lent_on, returned_on) with &&", "daterange(lent_on, due_on) with &&");
            const { code, stdout } = await pgassay(directory, ["test", "tests/loans.sql"]);
            expect(stdout).toMatch(/not ok \d+ tests\/loans\.sql:\d+ on the day it came back it may be lent again/);
            expect(code).toBe(1);
        }, projects.library));

    it("has plans that keep the promises of its queries", async () => {
        const { code, stdout, stderr } = await pgassay(library, ["plan"]);
        expect([code, stdout], stderr).toEqual([0, expect.stringMatching(/\n7 cases, 0 findings\s*$/)]);
    });

    it("answers its terminals rightly, each member in his own name", () =>
        withProject(async (directory) => {
            const { code, stdout, stderr } = await pgassay(directory, [
                "stress",
                "--connections",
                "2",
                "--duration",
                "1",
            ]);
            expect([code, stdout], stderr).toEqual([
                0,
                expect.stringMatching(/\n[\d,]{3,} answers: 0 wrong, 0 writes lost, 0 requests failed\n+$/),
            ]);
        }, projects.library));

    it("is told of a search that reads all books because its word is common", () =>
        withProject(async (directory) => {
            await edit(
                join(directory, "queries/values.yaml"),
                "order by count(*), word",
                "order by count(*) desc, word",
            );
            const { code, stdout } = await pgassay(directory, ["plan", "catalogue/books_by_words"]);
            expect(stdout).toContain("error index-not-used catalogue/books_by_words#rare: the plan does not use index");
            expect(code).toBe(1);
        }, projects.library));

    it("has tests that notice what is broken, where they are to", async () => {
        const { code, stdout } = await pgassay(library, ["mutate", "--class", "check"]);
        expect(stdout).toMatch(/\n\d{2,} killed, \d+ survived \(0 accepted\): \d/);
        expect(code).toBe(/ 0 survived/.test(stdout) ? 0 : 1);
    });

    it("has tests that come near every rule but for some keys and labels, which are named", async () => {
        const { code, stdout } = await pgassay(library, ["mutate", "--coverage"]);
        expect(stdout).toMatch(/\ncheck +16 +16\/16 +16\/16 +16\/16\n/);
        expect(stdout).toContain(
            "error rule-not-met primary-key library.books.books_pkey: no assertion meets its refusal\n" +
                "    -- would show it: select throws_constraint('insert into library.books (…) values (…)', '23505', 'books_pkey');",
        );
        expect(code).toBe(1);
    });

    it("has plans that notice what becomes of its indexes, and a search that promises nothing leaves an unasserted one unnoticed", () =>
        withProject(async (directory) => {
            const survivors = async (): Promise<string[]> => {
                const { stdout, stderr } = await pgassay(directory, ["mutate", "books", "--class", "index", "--json"]);
                expect(stdout, stderr).toMatch(/^{/);
                const { findings } = JSON.parse(stdout) as { findings: { subject: string }[] };
                return findings.map(({ subject }) => subject);
            };
            expect(await survivors()).toEqual([]);
            const search = join(directory, "queries/catalogue/books_by_words.sql");
            const asserted = "    ('books', 'books_search_vector_idx', 'gin (search_vector)'),\n";
            await edit(join(directory, "tests/catalogue.sql"), asserted, "");
            await edit(join(directory, "tests/catalogue.sql"), "plan(82)", "plan(81)");
            await edit(search, "index: books_search_vector_idx", "index: []");
            // No plan is wrong now; that the search touches more blocks than it may shows when it is executed.
            expect(await survivors()).toEqual([]);
            await edit(search, "{ rare: 8, unheard_of: 4 }", "{ rare: 9999, unheard_of: 9999 }");
            expect(await survivors()).toEqual(["index-drop library.books.books_search_vector_idx"]);
        }, projects.library));
});
