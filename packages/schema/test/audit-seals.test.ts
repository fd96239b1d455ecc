import { silent, withClient, withCloneOf, type Database } from "pgassay";
import { describe, expect, test } from "vitest";
import { ourTestRecipe } from "./project.ts";
import { outcomeOf, type Client } from "./two-sessions.ts";

const it = test.extend<{ database: Database }>({
    database: async ({}, use) => {
        const recipe = await ourTestRecipe();
        await withCloneOf({ recipe, progress: silent }, use);
    },
});

const aProject = "select tap.a_project()";

async function problemsOf(client: Client): Promise<unknown[]> {
    return (await client.query("select * from public.verify_audit_logs()")).rows;
}

async function withTwoClients(
    database: Database,
    use: (writer: Client, sealer: Client) => Promise<void>,
): Promise<void> {
    await withClient(database, (writer) => withClient(database, (sealer) => use(writer, sealer)));
}

describe("a seal made while others write", () => {
    it("waits for a transaction that has written, so that its entries are under the seal", async ({ database }) => {
        await withTwoClients(database, async (writer, sealer) => {
            await writer.query("begin");
            await writer.query(aProject);
            const sealing = sealer.query("select public.seal_audit_logs('0 seconds', '1 minute')");
            await new Promise((resolve) => setTimeout(resolve, 200));
            await writer.query("commit");
            await sealing;
            const { rows } = await sealer.query(
                `select
                     (select count(*) from public.audit_logs) as written,
                     (select sum(entry_count) from public.audit_seals) as sealed`,
            );
            expect(rows[0].sealed).toBe(rows[0].written);
            expect(await problemsOf(sealer)).toEqual([]);
        });
    });

    it("is refused after a while, and can be made later", async ({ database }) => {
        await withTwoClients(database, async (writer, sealer) => {
            await writer.query("begin");
            await writer.query(aProject);
            const seal = "select public.seal_audit_logs('0 seconds', '100 milliseconds')";
            expect(await outcomeOf(sealer.query(seal))).toBe("BD802");
            await writer.query("commit");
            expect(await outcomeOf(sealer.query(seal))).toBe("done");
            expect(await problemsOf(sealer)).toEqual([]);
        });
    });

    it("does not wait for a transaction that only reads", async ({ database }) => {
        await withTwoClients(database, async (reader, sealer) => {
            await reader.query("begin isolation level repeatable read");
            await reader.query("select count(*) from public.audit_logs");
            await sealer.query(aProject);
            expect(await outcomeOf(sealer.query("select public.seal_audit_logs('0 seconds', '0 seconds')"))).toBe(
                "done",
            );
            await reader.query("commit");
        });
    });

    it("is refused to a transaction whose snapshot is older than the present", async ({ database }) => {
        await withClient(database, async (sealer) => {
            await sealer.query("begin isolation level repeatable read");
            expect(await outcomeOf(sealer.query("select public.seal_audit_logs()"))).toBe("BD802");
        });
    });

    it("lets two sealers take turns", async ({ database }) => {
        await withTwoClients(database, async (one, other) => {
            await one.query(aProject);
            const seals = [one, other].map((client) => client.query("select public.seal_audit_logs('0 seconds')"));
            await Promise.all(seals);
            expect(await problemsOf(one)).toEqual([]);
        });
    });
});
