import { describe, expect, test } from "vitest";
import { autofill } from "../../src/autofill/fill.ts";
import { silent } from "../../src/core/progress.ts";
import { stateAfterCommit } from "../../src/data/load-error.ts";
import { hasProcesses, withOwnServer } from "../server/own-server.ts";
import { databaseTest } from "../migrate/database-test.ts";
import { withCutAt } from "./cut-connection.ts";
import { ask, failureOf, stateAfterRecovery, stateOf } from "./failing-load.ts";
import { smallDataset, smallSchema } from "./small-dataset.ts";

const indexed = `${smallSchema}; create index loan_amount_idx on loan (amount)`;
const loans = 50_000;

describe.runIf(hasProcesses)("a load whose server is killed", () => {
    test("leaves the database as it was, and says so", () =>
        withOwnServer(async (server) => {
            await ask(server.database, indexed);
            const before = await stateOf(server.database);
            const dataset = smallDataset({ loans, onLoan: (loan) => void (loan === loans / 2 && server.kill()) });
            const error = await failureOf(server.database, dataset);
            expect(error.kind).toBe("environment");
            expect(error.parts.happened).toMatch(/Everything was rolled back$/);
            await server.restart();
            expect(await stateAfterRecovery(server.database)).toEqual(before);
        }));

    test("says what to drop, where the database was to be dropped", () =>
        withOwnServer(async (server) => {
            await ask(server.database, indexed);
            const before = await stateOf(server.database);
            const progress = {
                ...silent,
                step: (step: string) => void (step === "build indexes" && server.kill()),
            };
            const error = await failureOf(server.database, smallDataset(), { progress, isDisposable: true });
            expect(error.kind).toBe("environment");
            expect(error.parts.happened).toMatch(
                /Part of the rows may be there, and indexes, foreign keys and triggers may not: drop the database$/,
            );
            await server.restart();
            const after = await stateAfterRecovery(server.database);
            expect(after).not.toEqual(before);
            expect(after).toMatchObject([{ loans: 1_000 }]);
        }));

    test("says that the rows are there when they are", () =>
        withOwnServer(async (server) => {
            await ask(server.database, smallSchema);
            const progress = {
                ...silent,
                step: (step: string) => void (step === "vacuum and analyze" && server.kill()),
            };
            const error = await failureOf(server.database, smallDataset(), { progress });
            expect(error.kind).toBe("environment");
            expect(error.parts.happened).toMatch(/The rows of small are committed$/);
            await server.restart();
            expect(await stateAfterRecovery(server.database)).toMatchObject([{ persons: 100, loans: 1_000 }]);
        }));
});

describe.runIf(hasProcesses)("an autofill whose server is killed", () => {
    const schema = "create table thing (id integer primary key)";
    const options = { rows: 100, seed: 1, except: [] };

    test.for([
        { at: "check foreign keys", state: /Everything was rolled back$/, rows: 0 },
        { at: "vacuum and analyze", state: /The rows are committed$/, rows: 100 },
    ])("says what became of the rows: at $at", ({ at, state, rows }) =>
        withOwnServer(async (server) => {
            await ask(server.database, schema);
            const progress = { ...silent, step: (step: string) => void (step === at && server.kill()) };
            await expect(autofill(server.database, { ...options, progress })).rejects.toMatchObject({
                kind: "environment",
                parts: { happened: expect.stringMatching(state) },
            });
            await server.restart();
            expect(await ask(server.database, "select count(*)::integer as rows from thing")).toEqual([{ rows }]);
        }),
    );
});

describe("a load whose commit is not answered", () => {
    const unknown = /Either all rows are in the tables or none: the answer to the commit was lost$/;

    databaseTest.for([
        { cut: "before", persons: 0, loans: 0 },
        { cut: "after", persons: 100, loans: 1_000 },
    ] as const)("does not say which it was: cut $cut it", async ({ cut, ...rows }, { cluster, database }) => {
        await ask(database, smallSchema);
        await withCutAt(cluster.tcpUrl(database), "commit", cut, async (way) => {
            const error = await failureOf(way, smallDataset());
            expect([error.kind, error.parts.tried]).toEqual(["environment", "commit dataset small"]);
            expect(error.parts.happened).toMatch(unknown);
        });
        expect(await stateAfterRecovery(database)).toMatchObject([rows]);
    });

    databaseTest("is not said of a commit that the server refused", async ({ database }) => {
        const commit = ask(
            database,
            "create table pair (id integer unique deferrable initially deferred); insert into pair values (1), (1)",
        );
        const error: unknown = await commit.catch((thrown: unknown) => thrown);
        expect(stateAfterCommit(error)).toBe("Everything was rolled back");
        await expect(ask(database, "select from pair")).rejects.toThrow("does not exist");
    });

    databaseTest("is said of made-up rows, too", async ({ cluster, database }) => {
        await ask(database, smallSchema);
        await withCutAt(cluster.tcpUrl(database), "commit", "after", async (way) => {
            await expect(autofill(way, { rows: 20, seed: 1, except: [], progress: silent })).rejects.toMatchObject({
                parts: { tried: "commit the made-up rows", happened: expect.stringMatching(unknown) },
            });
        });
        expect(await stateAfterRecovery(database)).toMatchObject([{ persons: 20, loans: 20 }]);
    });
});
