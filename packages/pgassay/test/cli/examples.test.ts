import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { edit, pgassay, projects, withProject } from "./pgassay.ts";

const library = fileURLToPath(projects.library);

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
});
