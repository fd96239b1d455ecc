import { expect, vi } from "vitest";
import { migrateUp } from "../../src/migrate/dbmate.ts";
import { withProject } from "./corpus-project.ts";
import { databaseTest } from "./database-test.ts";

const it = databaseTest;

// What the package does where npm has no binary for the platform.
vi.mock("dbmate", () => ({
    resolveBinary: () => {
        throw new Error("Unable to locate dbmate binary '@dbmate/sunos-sparc/bin/dbmate'");
    },
}));

it("says so in three parts where there is no dbmate", async ({ database }) => {
    await withProject("library", async (project) => {
        await expect(migrateUp(database, project)).rejects.toMatchObject({
            kind: "environment",
            parts: {
                tried: "find dbmate",
                happened: expect.stringContaining("no dbmate for") as string,
                remedy: expect.stringContaining("--omit=optional") as string,
            },
        });
    });
});
