import { describe, expect, test as base } from "vitest";
import { autofill } from "../../src/autofill/fill.ts";
import { silent } from "../../src/core/progress.ts";
import { loadDataset } from "../../src/data/load.ts";
import type { Database } from "../../src/server/cluster.ts";
import { hasPostgres15, withPostgres15 } from "../server/postgres-15.ts";
import { ask, failureOf, stateOf } from "./failing-load.ts";
import { smallDataset, smallSchema } from "./small-dataset.ts";

const test = base.extend<{ server: Database; database: Database }>({
    server: [
        async ({}, use) => {
            await withPostgres15((url) => use({ name: "postgres", url }));
        },
        { scope: "file" },
    ],
    // Foreign keys of which none can be turned off here: deferrable, with an action, a comment, a name in quotes.
    database: async ({ server }, use) => {
        await ask(server, "create database keyed");
        const database = { name: "keyed", url: server.url.replace(/postgres$/, "keyed") };
        await ask(
            database,
            `${smallSchema.replace(/constraint loan_lender_fkey .* not enforced/, "")};
             alter table person add constraint "Befriended?" foreign key (friend) references person on delete set null;
             comment on constraint loan_person_id_fkey on loan is 'Who''s loan it is.'`,
        );
        await use(database);
        await ask(server, "drop database keyed with (force)");
    },
});

const options = { scale: 1, seed: 1, progress: silent };

describe.runIf(hasPostgres15)("foreign keys on PostgreSQL 15", () => {
    for (const isDisposable of [false, true]) {
        const how = isDisposable ? "on two connections" : "in one transaction";

        test(`are back after a load ${how}, each with all that it was`, async ({ database }) => {
            const [before] = (await stateOf(database)) as [{ keys: unknown[] }];
            expect(before.keys).toHaveLength(3);
            await loadDataset(database, smallDataset(), { ...options, isDisposable });
            expect(await stateOf(database)).toEqual([{ ...before, persons: 100, loans: 1_000 }]);
        });

        test(`find a row that refers to nothing ${how}`, async ({ database }) => {
            const before = await stateOf(database);
            const error = await failureOf(database, smallDataset({ personOf: (loan) => (loan === 7 ? 100_000 : 1) }), {
                isDisposable,
            });
            expect(error.parts.tried).toBe("check foreign key loan_person_id_fkey of table loan of dataset small");
            expect(error.parts.happened).toMatch(/violates foreign key constraint "loan_person_id_fkey"/);
            if (isDisposable) {
                expect(error.parts.happened).toMatch(/foreign keys and triggers may not: drop the database$/);
                return;
            }
            expect(error.parts.happened).toMatch(/Everything was rolled back$/);
            expect(await stateOf(database)).toEqual(before);
        });
    }

    test("are back when the connection ends in the middle", async ({ database }) => {
        const before = await stateOf(database);
        let ended: Promise<unknown> | undefined;
        const error = await failureOf(
            database,
            smallDataset({
                loans: 50_000,
                onLoan: (loan) => {
                    if (loan !== 20_000) return;
                    ended = ask(
                        database,
                        "select pg_terminate_backend(pid) from pg_stat_activity where query like 'copy%'",
                    );
                },
            }),
        );
        await ended;
        expect(error.parts.happened).toMatch(/Everything was rolled back$/);
        expect(await stateOf(database)).toEqual(before);
    });

    test("are back after an autofill, done or refused", async ({ database }) => {
        const [before] = (await stateOf(database)) as [object];
        const fill = { rows: 200, seed: 1, except: [], progress: silent };
        await ask(
            database,
            `create table closed (id integer primary key, person_id uuid not null references person);
             create function refuse() returns trigger language plpgsql as $$ begin raise 'closed'; end $$;
             create trigger closing before insert on closed for each row execute function refuse()`,
        );
        const [closed] = (await stateOf(database)) as [object];
        expect(await autofill(database, fill)).toMatchObject({
            state: "refused",
            findings: [{ code: "autofill-refused", subject: "closed.closing" }],
        });
        expect(await stateOf(database)).toEqual([closed]);
        await ask(database, "drop table closed");
        expect(await autofill(database, fill)).toMatchObject({ state: "filled" });
        expect(await stateOf(database)).toEqual([{ ...before, persons: 50, loans: 200 }]);
    });
});
