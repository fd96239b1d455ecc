import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PgassayError } from "../../src/core/errors.ts";
import { readQueries } from "../../src/plan/read-queries.ts";

const corpus = join(import.meta.dirname, "query-corpus");

/** What is thrown; fails when nothing is. */
async function errorOf(promise: Promise<unknown>): Promise<unknown> {
    return promise.then(
        () => expect.unreachable("no error"),
        (thrown: unknown) => thrown,
    );
}

describe("readQueries", () => {
    // A case is a queries directory with one kind of mistake, and what is said about it. Add a folder to add a case.
    it.each(readdirSync(corpus))("refuses %s", async (name) => {
        const directory = join(corpus, name);
        const error = await errorOf(readQueries(directory, corpus));
        expect(error).toBeInstanceOf(PgassayError);
        expect(error).toHaveProperty("kind", "usage");
        const text = `${(error as PgassayError).message}\n`;
        await expect(text).toMatchFileSnapshot(join(directory, "expected.txt"));
    });

    it("reads headers, cases and statements, ordered by id", async () => {
        const directory = join(import.meta.dirname, "shop/queries");
        const queries = await readQueries(directory, import.meta.dirname);
        expect(queries.map(({ id }) => id)).toEqual(queries.map(({ id }) => id).toSorted());
        const query = queries.find(({ id }) => id === "order/of_customer");
        expect(query).toEqual({
            id: "order/of_customer",
            file: "shop/queries/order/of_customer.sql",
            about: "The latest orders of a customer since a day.",
            parameters: [
                { name: "customer_id", type: "int" },
                { name: "since", type: "date" },
            ],
            cases: [
                {
                    name: "busy",
                    arguments: [
                        {
                            kind: "lookup",
                            name: "busiest_customer",
                            sql: expect.stringContaining("select customer_id") as string,
                        },
                        { kind: "literal", value: "2025-01-01" },
                    ],
                    budget: { buffers: 120 },
                    mayBeEmpty: false,
                },
                {
                    name: "nobody",
                    arguments: [
                        { kind: "literal", value: -1 },
                        { kind: "literal", value: "2025-01-01" },
                    ],
                    budget: { buffers: 3 },
                    mayBeEmpty: true,
                },
            ],
            requiredIndexes: ["sale_customer_id_placed_on_idx"],
            targetMsP95: 5,
            kind: "read",
            text: expect.stringContaining("customer_id = $1::int\n    and placed_on >= $2::date") as string,
        });
    });
});
