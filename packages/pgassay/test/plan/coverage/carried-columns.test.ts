import { describe, expect, it } from "vitest";
import type { ProposedIndex } from "../../../src/core/index-coverage.ts";
import { silent } from "../../../src/core/progress.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Recipe } from "../../../src/server/cluster.ts";
import { withCloneOf } from "../../../src/server/with-cluster.ts";
import { fillAndVacuum } from "../../data/fill-and-vacuum.ts";
import { assayIndexes } from "./assay-indexes.ts";

/** The readings of a device lie on as many pages as there are; those of a month lie together. */
const schema = `
    create table device (id int primary key, name text not null);
    insert into device select n, 'device ' || n from generate_series(0, 59) as n;
    create table reading (
        id int primary key, device int not null, month int not null, value int not null, level int not null,
        note text not null
    );
    insert into reading
    select n, n % 60, n / 8000, n % 400, n % 7, repeat('x', 100) from generate_series(1, 48000) as n;
    alter table reading alter column value set statistics 500`;

const recipe: Recipe = {
    name: "meter",
    inputs: [schema],
    build: (database) => withClient(database, (client) => fillAndVacuum(client, schema)),
};

/** What is proposed for statements, after changes of the database. */
async function proposedFor(
    statements: Readonly<Record<string, string>>,
    ...changes: readonly string[]
): Promise<readonly ProposedIndex[]> {
    return withCloneOf({ recipe, progress: silent }, async (database) => {
        await withClient(database, async (client) => {
            for (const change of changes) await client.query(change);
        });
        return (await assayIndexes(database, statements)).proposed;
    });
}

const ofDevice = "select sum(value) from reading where device = 7";

describe("columns that an index carries along", () => {
    it("are proposed where they spare a case the table", async () => {
        expect(await proposedFor({ "reading/of_device": ofDevice })).toMatchObject([
            {
                definition: "create index concurrently reading_device_value_idx on reading (device) include (value)",
                gains: [{ query: "reading/of_device" }],
                replaces: [],
            },
        ]);
    });

    it("are proposed for an index that is there, which then repeats less, also in a join", async () => {
        const joined = `select device.name, sum(value) from device join reading on reading.device = device.id
            where device.id = 7 group by device.name`;
        const proposed = await proposedFor(
            { "reading/joined": joined },
            "create index reading_device_idx on reading (device)",
        );
        expect(proposed).toMatchObject([
            {
                definition: "create index concurrently reading_device_value_idx on reading (device) include (value)",
                replaces: ["reading.reading_device_idx"],
            },
        ]);
    });

    it("are those that several cases read, in one index", async () => {
        const others = "select max(level) from reading where device = 9";
        expect(await proposedFor({ "reading/of_device": ofDevice, "reading/level": others })).toMatchObject([
            {
                definition:
                    "create index concurrently reading_device_value_level_idx on reading (device) include (value, level)",
                gains: [{ query: "reading/of_device" }, { query: "reading/level" }],
            },
        ]);
    });

    it("are left out where the rows lie together, and the index alone does as well", async () => {
        const ofMonth = "select sum(value) from reading where month = 3";
        expect(await proposedFor({ "reading/of_month": ofMonth })).toMatchObject([
            { definition: "create index concurrently reading_month_idx on reading (month)" },
        ]);
    });

    it("are left out where they would be a second table: wide ones, many, or the row as such", async () => {
        const proposed = await proposedFor({
            "reading/note": "select max(note) from reading where device = 7",
            "reading/row": "select max(reading::text) from reading where device = 7",
            "reading/all": "select * from reading where device = 7",
        });
        expect(proposed).toEqual([]);
    });

    it("are left out where rows changed since the last vacuum, and have to be looked at all the same", async () => {
        expect(await proposedFor({ "reading/of_device": ofDevice }, "update reading set level = 0")).toMatchObject([
            { definition: "create index concurrently reading_device_idx on reading (device)" },
        ]);
    });
});

describe("a proposed index", () => {
    it("takes the place of one that was proposed before it and begins as it does", async () => {
        const proposed = await proposedFor({
            "month/1": "select * from reading where month = 1",
            "month/2": "select * from reading where month = 2",
            "month/3": "select * from reading where month = 3",
            "month/value": "select * from reading where month = 4 and value = 3",
        });
        expect(proposed).toMatchObject([
            { definition: "create index concurrently reading_month_value_idx on reading (month, value)", replaces: [] },
        ]);
        expect(proposed[0]?.gains).toHaveLength(4);
    });

    it("is none that would only be the beginning of another", async () => {
        const ofMonth = { "reading/of_month": "select * from reading where month = 3" };
        // So wide that to read it costs more than the table.
        const wide = "create index reading_wide_idx on reading (month, note, value, level, id) with (fillfactor = 10)";
        expect(await proposedFor(ofMonth, wide)).toEqual([]);
        expect(await proposedFor(ofMonth, wide.replace("month,", "month desc,"))).toHaveLength(1);
    });

    it("quotes what has the name of a word of SQL", async () => {
        const proposed = await proposedFor(
            { "user/of_month": `select * from "user" where "order" = 3` },
            `alter table reading rename to "user"; alter table "user" rename month to "order"`,
        );
        expect(proposed).toMatchObject([
            { definition: `create index concurrently user_order_idx on "user" ("order")`, name: "user_order_idx" },
        ]);
    });

    it("has another name than an index of another kind", async () => {
        const proposed = await proposedFor(
            { "reading/of_month": "select * from reading where month = 3" },
            "create index reading_month_idx on reading using hash (level)",
        );
        expect(proposed).toMatchObject([
            { definition: "create index concurrently reading_month_idx1 on reading (month)" },
        ]);
    });

    it("has another name than one whose columns begin alike", async () => {
        const long = "m".repeat(60);
        const proposed = await proposedFor(
            {
                "reading/1": `select * from reading where ${long}1 = 3`,
                "reading/2": `select * from reading where ${long}2 = 3`,
            },
            `alter table reading rename month to ${long}1; alter table reading rename value to ${long}2`,
        );
        const kept = `reading_${"m".repeat(51)}`;
        expect(proposed.map(({ name }) => name).toSorted()).toEqual(
            [`${kept}_idx`, `${kept.slice(0, -1)}_idx1`].toSorted(),
        );
    });
});
