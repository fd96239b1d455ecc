import { expect } from "vitest";
import { withMigrationLock } from "../../src/migrate/migration-lock.ts";
import { databaseTest } from "./database-test.ts";

const it = databaseTest;

it("lets one in at a time, for each database", async ({ database: first, otherDatabase: second }) => {
    const pid = await withMigrationLock(first, async (holder) => {
        const waiting = withMigrationLock(first, () => Promise.resolve("in"), 200);
        const { rows } = await holder.query<{ pid: number }>("select pg_backend_pid() as pid");
        await expect(waiting).rejects.toMatchObject({
            kind: "environment",
            parts: { happened: `another run has been migrating it for 0.2 s (server process ${rows[0]?.pid})` },
        });
        return withMigrationLock(second, () => Promise.resolve(rows[0]?.pid), 200);
    });
    expect(pid).toBeTypeOf("number");
    expect(await withMigrationLock(first, () => Promise.resolve("in"), 200)).toBe("in");
});

it("lets the next in when the work has failed", async ({ database }) => {
    await expect(withMigrationLock(database, () => Promise.reject(new Error("failed")))).rejects.toThrow("failed");
    expect(await withMigrationLock(database, () => Promise.resolve("in"), 200)).toBe("in");
});
