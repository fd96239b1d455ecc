import { describe, expect, it } from "vitest";
import { migrationSection } from "../../src/core/migration-file.ts";
import type { MigrationFile } from "../../src/core/migration-file.ts";
import { checkMigrationFiles, readMigrationFiles } from "../../src/migrate/migration-files.ts";
import { withProject } from "./corpus-project.ts";

const upAndDown = "-- migrate:up\n\nselect 1;\n\n-- migrate:down\n\nselect 2;\n";

function file(name: string, text = upAndDown): MigrationFile {
    return { name, version: /^\d+/.exec(name)?.[0] ?? "", text };
}

/** Codes and subjects of what is found. */
function found(...files: readonly MigrationFile[]): string[] {
    return checkMigrationFiles(files).map(({ code, subject }) => `${code} ${subject}`);
}

describe("sections", () => {
    it("finds several up sections in a file", () => {
        expect(found(file("1_a.sql", upAndDown.repeat(2)))).toEqual(["migration-several-sections 1_a.sql"]);
    });

    it("leaves alone one that is only spoken of", () => {
        expect(found(file("1_a.sql", `-- Until now: -- migrate:up\n${upAndDown}`))).toEqual([]);
    });

    it("knows the line a section begins on", () => {
        const described = file("1_a.sql", `-- What it does.\n\n${upAndDown}`);
        expect([migrationSection(described, "up")?.line, migrationSection(described, "down")?.line]).toEqual([3, 7]);
    });

    it("cuts a file into its halves, whichever comes first", () => {
        const reversed = file("1_a.sql", "-- migrate:down\nselect 2;\n-- migrate:up transaction:false\nselect 1;\n");
        expect(migrationSection(reversed, "up")).toMatchObject({ sql: "\nselect 1;\n", isTransactional: false });
        expect(migrationSection(reversed, "down")).toMatchObject({ sql: "\nselect 2;\n", isTransactional: true });
    });
});

describe("the transaction option", () => {
    it.each([
        "transaction: false",
        "transaction:FALSE",
        "Transaction:false",
        "transaction=false",
        "transaction:off",
        "transaction:false;",
        "no-transaction",
    ])("finds that %s is ignored", (option) => {
        expect(found(file("1_a.sql", `-- migrate:up ${option}\nselect 1;\n-- migrate:down\n`))).toEqual([
            "migration-option-ignored 1_a.sql",
        ]);
        expect(found(file("1_a.sql", `-- migrate:up\nselect 1;\n-- migrate:down ${option}\n`))).toEqual([
            "migration-option-ignored 1_a.sql",
        ]);
    });

    it.each(["", " transaction:false", "  transaction:true", " in a transaction of its own", " creates the users"])(
        "leaves a directive followed by %j alone",
        (rest) => {
            expect(found(file("1_a.sql", `-- migrate:up${rest}\nselect 1;\n-- migrate:down${rest}\n`))).toEqual([]);
        },
    );
});

describe("versions", () => {
    it("finds one that two files have", () => {
        expect(found(file("20260101_a.sql"), file("20260101_b.sql"))).toEqual([
            "migration-version-repeated 20260101_b.sql",
        ]);
    });

    it("finds names that text and numbers order differently", () => {
        expect(found(file("20260101_a.sql"), file("999_b.sql"))).toEqual(["migration-order-misleading 999_b.sql"]);
        expect(found(file("10_b.sql"), file("9_a.sql"))).toEqual(["migration-order-misleading 9_a.sql"]);
    });

    it("leaves versions of unequal length alone where both orders agree", () => {
        expect(found(file("1_a.sql"), file("2_b.sql"), file("300_c.sql"))).toEqual([]);
    });
});

describe("reading", () => {
    it("takes what dbmate takes, in its order", async () => {
        await withProject("library", async ({ migrationsDir }) => {
            const files = await readMigrationFiles(migrationsDir);
            expect(files.map(({ name }) => name)).toEqual([
                "20260101000001_books.sql",
                "20260101000002_loans.sql",
                "20260101000003_index_open_loans.sql",
            ]);
            expect(files[0]?.version).toBe("20260101000001");
            expect(checkMigrationFiles(files)).toEqual([]);
        });
    });

    it("refuses a directory that is not there, and one without migrations", async () => {
        await withProject("library", async ({ migrationsDir }) => {
            await expect(readMigrationFiles(`${migrationsDir}/none`)).rejects.toMatchObject({ kind: "usage" });
            await expect(readMigrationFiles(`${migrationsDir}/..`)).rejects.toMatchObject({
                kind: "usage",
                parts: { happened: expect.stringContaining("no file there is named like a migration") },
            });
        });
    });
});
