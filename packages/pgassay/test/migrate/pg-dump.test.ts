import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { describe, expect } from "vitest";
import { migrateUp } from "../../src/migrate/dbmate.ts";
import { dumpSchema, pgDumpDirectory } from "../../src/migrate/pg-dump.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { withProject } from "./corpus-project.ts";
import { databaseTest } from "./database-test.ts";

const it = databaseTest;

describe("dumpSchema", () => {
    it("says the same twice, over a unix socket and over TCP with a password", async ({ database, cluster }) => {
        await withProject("library", async (project) => {
            await migrateUp(database, project);
            const dump = await dumpSchema(database);
            expect(dump).toContain("CREATE TABLE lending.loans (");
            expect(dump).toContain("CREATE POLICY loans_reader_select ON lending.loans");
            expect(database.url).toContain("host=");
            expect(cluster.tcpUrl(database)).toContain(":");
            expect(await dumpSchema({ name: database.name, url: cluster.tcpUrl(database) })).toBe(dump);
        });
    });

    it("tells equal schemas apart from others", async ({ database: first, otherDatabase: second }) => {
        await withClient(first, (client) => client.query("create table a (id int); comment on table a is 'x'"));
        await withClient(second, (client) => client.query("create table a (id int)"));
        expect(await dumpSchema(second)).not.toBe(await dumpSchema(first));
        await withClient(second, (client) => client.query("comment on table a is 'x'"));
        expect(await dumpSchema(second)).toBe(await dumpSchema(first));
    });

    it("carries messages larger than any buffer, both ways", async ({ database }) => {
        const body = "-- über\n".repeat(50_000);
        await withClient(database, async (client) => {
            // pg_dump asks for all tables at once, by number: with this many, its question has over 8 kB.
            await client.query(`
                    do $$ begin
                        for i in 1..1500 loop
                            execute format('create table t%s (a int)', i);
                        end loop;
                    end $$`);
            await client.query(`create function long() returns int language sql as $$ ${body} select 1 $$`);
        });
        const dump = await dumpSchema(database);
        expect(dump.match(/^CREATE TABLE/gm)).toHaveLength(1500);
        expect(dump).toContain(body);
    });

    it("says what the server says when it may not read", async ({ database }) => {
        await withClient(database, (client) => client.query("create table secret (a int); create role reader login"));
        const url = database.url.replace(/\/\/[^@]*@/, "//reader@");
        await expect(dumpSchema({ name: database.name, url })).rejects.toMatchObject({
            kind: "environment",
            parts: { happened: expect.stringContaining("permission denied for table secret") as string },
        });
    });

    it("ends when the server ends its connection", async ({ database }) => {
        await withClient(database, async (client) => {
            await client.query("create table busy (a int)");
            await client.query("begin; lock table busy in access exclusive mode");
            const [dump, end] = await Promise.allSettled([dumpSchema(database), endWaitingDump(database)]);
            expect(end.status).toBe("fulfilled");
            expect(dump).toMatchObject({
                status: "rejected",
                reason: {
                    kind: "environment",
                    parts: { happened: expect.stringContaining("the server closed the connection") as string },
                },
            });
        });
    });
});

/** Ends the connection of the pg_dump that waits for a lock, once there is one. */
async function endWaitingDump(database: Database): Promise<void> {
    const waiting = "application_name = 'pg_dump' and wait_event_type = 'Lock'";
    await withClient(database, async (client) => {
        for (let tries = 0; tries < 200; tries++) {
            const ended = await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where ${waiting}`);
            if (ended.rowCount === 1) return;
            await sleep(50);
        }
        throw new Error("no pg_dump came to wait for the lock");
    });
}

describe("the program pg_dump", () => {
    const run = promisify(execFile);
    const program = join(pgDumpDirectory, "pg_dump");

    it("takes pg_dump's options and complains with its words", async ({ database }) => {
        await withClient(database, (client) => client.query("create table a (id int); insert into a values (7)"));
        const { stdout } = await run(program, ["--data-only", database.url]);
        expect(stdout).toContain("INSERT INTO public.a VALUES (7);");
        await expect(run(program, ["--schema-onyl", database.url])).rejects.toMatchObject({
            code: 1,
            stderr: expect.stringContaining("pg_dump: error: unrecognized option: schema-onyl") as string,
        });
        await expect(run(program, ["--table=none", database.url])).rejects.toMatchObject({
            code: 1,
            stderr: "pg_dump: error: no matching tables were found\n",
        });
    });

    it("wants a URL", async () => {
        await expect(run(program, ["--schema-only", "shop"])).rejects.toMatchObject({
            code: 1,
            stderr: "pg_dump: error: the last argument must be the URL of a database\n",
        });
    });
});
