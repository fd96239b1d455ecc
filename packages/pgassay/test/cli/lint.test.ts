import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { silent } from "../../src/core/progress.ts";
import { withClient } from "../../src/server/client.ts";
import type { Recipe } from "../../src/server/cluster.ts";
import { withCloneOf } from "../../src/server/with-cluster.ts";
import { edit, pgassay, projects, withProject } from "./pgassay.ts";

const migration = "migrations/20260101000001_books.sql";
const empty: Recipe = { name: "empty", inputs: [], build: async () => {} };

/** Accepts what is wrong with the small project, which nobody has commented or given time limits. */
const exceptions = [
    "comment-missing",
    "squawk-prefer-bigint-over-int",
    "squawk-require-lock-timeout",
    "squawk-require-statement-timeout",
]
    .map((code) => `{ code: "${code}", reason: "it is small" }`)
    .join(", ");

async function accept(directory: string, more = ""): Promise<void> {
    const lint = `lint: { exceptions: [${exceptions}${more}] }`;
    await edit(join(directory, "pgassay.config.ts"), 'docs: "docs",', `docs: "docs", ${lint},`);
}

describe("pgassay lint", () => {
    it("exits 1 with what is wrong in migrations and schema", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["lint"]);
            expect(stdout).toMatch(
                /comment-missing book: [^]*squawk-require-lock-timeout 20260101000001_books\.sql:\d+: /,
            );
            expect(code).toBe(1);
        }));

    it("exits 0 once the configuration accepts it, and 1 when a later mistake comes in", () =>
        withProject(async (directory) => {
            await accept(directory);
            const { code, stdout } = await pgassay(directory, ["lint"]);
            expect([code, stdout]).toEqual([0, "nothing is wrong with 1 migration and the schema\n"]);

            const index = "create index book_shelf_id_idx on public.book (shelf_id);";
            await edit(join(directory, migration), index, "");
            const { stdout: json } = await pgassay(directory, ["lint", "--json"]);
            expect(JSON.parse(json)).toEqual([
                expect.objectContaining({ code: "foreign-key-without-index", subject: "book.book_shelf_id_fkey" }),
            ]);
        }));

    it("finds the exception that accepts nothing", () =>
        withProject(async (directory) => {
            await accept(directory, ', { code: "index-invalid", subjects: ["book.*"], reason: "it was" }');
            const { code, stdout } = await pgassay(directory, ["lint"]);
            expect([code, stdout]).toEqual([1, expect.stringContaining("lint-exception-stale index-invalid book.*")]);
        }));

    it("says first what dbmate would get wrong", () =>
        withProject(async (directory) => {
            await edit(join(directory, migration), "-- migrate:up", "-- migrate:up transaction: false");
            const { code, stdout } = await pgassay(directory, ["lint"]);
            expect([code, stdout]).toEqual([
                1,
                expect.stringMatching(/^error migration-option-ignored .+\n\n1 finding \(1 error\)\n$/),
            ]);
        }));

    it("looks at a live database as it is", () =>
        withProject((directory) =>
            withCloneOf({ recipe: empty, progress: silent }, async (live) => {
                await accept(directory);
                await withClient(live, (client) =>
                    client.query("create table public.stray (at timestamp primary key)"),
                );
                const { stdout } = await pgassay(directory, ["lint", "--live"], { DATABASE_URL: live.url });
                expect(stdout).toMatch(/timestamp-without-time-zone stray\.at: /);
                const { code, stderr } = await pgassay(directory, ["lint", "--live"]);
                expect([code, stderr]).toEqual([2, expect.stringContaining("neither --database-url nor DATABASE_URL")]);
            }),
        ));

    it("finds in a schema it knows nothing of what its owner has to decide, and no more", () =>
        withProject(async (directory) => {
            const { code, stdout } = await pgassay(directory, ["lint", "--json"]);
            const findings = JSON.parse(stdout) as { readonly code: string }[];
            expect([...new Set(findings.map((finding) => finding.code))]).toEqual([
                "comment-missing",
                "squawk-ban-create-domain-with-constraint",
                "squawk-prefer-bigint-over-int",
                "squawk-prefer-bigint-over-smallint",
                "squawk-require-lock-timeout",
                "squawk-require-statement-timeout",
            ]);
            expect(code).toBe(1);
        }, projects.library));
});
