import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { coverageKind } from "../../src/core/coverage-record.ts";
import { parseRecord } from "../../src/core/record-kind.ts";
import { edit, leftIn, pgassay, reader, startPgassay, withProject } from "./pgassay.ts";

const migration = "migrations/20260101000001_books.sql";
const index = "create index book_shelf_id_idx on public.book (shelf_id);";

describe("pgassay indexes", () => {
    it("tells what each index is for, and what a case would want, with the statement", () =>
        withProject(async (directory) => {
            const { code, stdout, stderr } = await pgassay(directory, ["indexes"]);
            expect(stderr).toContain("write rows of each table");
            expect(stdout).toMatch(/^book\.book_shelf_id_idx .* book\/books_on_shelf#typical ×/m);
            expect(stdout).toContain("1 case, 0 findings");
            expect(code).toBe(0);
            await edit(join(directory, migration), index, "create index book_title_idx on public.book (title);");
            const changed = await pgassay(directory, ["indexes"]);
            expect(changed.stdout).toContain("foreign-key-without-index book.book_shelf_id_fkey");
            expect(changed.stdout).toContain("index-unneeded book.book_title_idx: no case reads it");
            expect(changed.stdout).toContain("create index concurrently book_shelf_id");
            expect(changed.stdout).toMatch(
                /^proposed, what is worth most first +kB +wal bytes\/row +blocks saved +worth\nbook\.book_shelf_id\S* +[\d,]+ +\d\d +\d+ +[\d.,]+$/m,
            );
            expect(changed.code).toBe(1);
        }));

    it("passes over what the configuration keeps, and lint leaves that to it", () =>
        withProject(async (directory) => {
            await edit(
                join(directory, migration),
                index,
                `${index}\ncreate index book_title_idx on public.book (title);`,
            );
            const exceptions = `[{ code: "index-unneeded", subjects: ["book.book_title_idx"], reason: "soon" }]`;
            await edit(
                join(directory, "pgassay.config.ts"),
                'docs: "docs",',
                `docs: "docs", lint: { exceptions: ${exceptions} },`,
            );
            const { stdout } = await pgassay(directory, ["indexes", "--json"]);
            expect(parseRecord(coverageKind, stdout, "stdout").findings).toEqual([]);
            expect((await pgassay(directory, ["lint"])).stdout).not.toContain("lint-exception-stale");
        }));

    it("says which of the tests name an index that nothing else needs, and passes over comments", () =>
        withProject(async (directory) => {
            await edit(
                join(directory, migration),
                index,
                `${index}\ncreate index book_title_idx on public.book (title);`,
            );
            const named = join(directory, "tests/named.sql");
            await writeFile(named, "select has_index('book', 'book_title_idx', 'by title'); -- not book_shelf_id_idx");
            await writeFile(join(directory, "tests/told.sql"), "-- book_title_idx\nselect 'book_title_idx_2';");
            await writeFile(join(directory, "tests/open.sql"), "select 'book_title_idx");
            await writeFile(join(directory, "tests/empty.sql"), "");
            const { stdout } = await pgassay(directory, ["indexes"]);
            expect(stdout).toMatch(/^book\.book_title_idx .* none \(only tests name it\)$/m);
            expect(stdout).toMatch(/index-unneeded book\.book_title_idx: .*; only tests name it: tests\/named\.sql$/m);
            await rm(join(directory, "tests"), { recursive: true });
            const { stdout: untold } = await pgassay(directory, ["indexes"]);
            expect(untold).toContain("index-unneeded book.book_title_idx");
            expect(untold).not.toContain("only tests");
        }));

    it.each(["take indexes away", "write rows of each table"])("leaves nothing behind, killed at: %s", (step) =>
        withProject(async (directory) => {
            const temporary = mkdtempSync("/tmp/kill-");
            chmodSync(temporary, 0o755);
            try {
                const child = startPgassay(directory, ["indexes"], { TMPDIR: temporary });
                await reader(child).until(new RegExp(step));
                child.kill("SIGKILL");
                await once(child, "exit");
                expect(await leftIn(temporary)).toEqual([]);
            } finally {
                rmSync(temporary, { recursive: true, force: true });
            }
        }),
    );
});
