import { execFile } from "node:child_process";
import { chown, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect } from "vitest";
import { quoteLiteral } from "../../src/core/quote.ts";
import { databaseTest as it } from "../migrate/database-test.ts";
import { ask, failureOf, stateAfterRecovery, stateOf } from "./failing-load.ts";
import { smallDataset, smallSchema } from "./small-dataset.ts";

const run = promisify(execFile);

const indexed = `${smallSchema}; create index loan_amount_idx on loan (amount)`;

describe("a load into a database that stays", () => {
    it("leaves it as it was when a process of the server crashes, and says so", async ({ database }) => {
        await ask(database, indexed);
        const before = await stateOf(database);
        let killed: Promise<unknown> | undefined;
        const error = await failureOf(
            database,
            smallDataset({
                loans: 300_000,
                onLoan: (loan) => {
                    if (loan !== 100_000) return;
                    killed = ask<{ pid: number }>(
                        database,
                        "select pid from pg_stat_activity where query like 'copy%' and datname = current_database()",
                    ).then(([backend]) => backend && process.kill(backend.pid, "SIGKILL"));
                },
            }),
        );
        await killed;
        expect(error.kind).toBe("environment");
        expect(error.parts.happened).toMatch(/Everything was rolled back$/);
        expect(await stateAfterRecovery(database)).toEqual(before);
    });

    // Only root may mount the small file system that fills up.
    it.skipIf(process.getuid?.() !== 0 || process.platform !== "linux")(
        "leaves it as it was when the disk is full, and says so",
        async ({ database, onTestFinished, skip }) => {
            const place = await mkdtemp(join(tmpdir(), "full-disk-"));
            onTestFinished(() => rm(place, { recursive: true }));
            try {
                await run("mount", ["-t", "tmpfs", "-o", "size=3m", "none", place]);
            } catch {
                skip("only who may mount can fill a disk, and this container may not");
            }
            onTestFinished(async () => void (await run("umount", [place])));
            const [server] = await ask<{ directory: string }>(
                database,
                "select current_setting('data_directory') as directory",
            );
            const { uid, gid } = await stat(server?.directory ?? "");
            await chown(place, uid, gid);
            await ask(database, `create tablespace small location ${quoteLiteral(place)}`);
            try {
                await ask(database, `set default_tablespace = small; ${indexed}`);
                const before = await stateOf(database);
                const error = await failureOf(database, smallDataset({ loans: 100_000 }));
                expect(error.kind).toBe("environment");
                expect(error.parts.tried).toBe("load table loan of dataset small");
                expect(error.parts.happened).toMatch(/No space left on device.*Everything was rolled back$/);
                expect(await stateOf(database)).toEqual(before);
            } finally {
                await ask(database, "drop table if exists loan, person");
                await ask(database, "drop tablespace small");
            }
        },
    );
});
