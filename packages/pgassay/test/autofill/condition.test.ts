import { describe, expect } from "vitest";
import { evaluate } from "../../src/autofill/condition.ts";
import { parseCondition } from "../../src/autofill/parse-condition.ts";
import { readSchema } from "../../src/autofill/read-schema.ts";
import { namesOf } from "../../src/autofill/schema.ts";
import type { Table } from "../../src/autofill/schema.ts";
import { textMatching } from "../../src/autofill/text-pattern.ts";
import type { Value } from "../../src/autofill/value-type.ts";
import { worldsOf } from "../../src/autofill/worlds.ts";
import { loadSqlParser } from "../../src/core/sql-text.ts";
import { dayMs } from "../../src/data/calendar.ts";
import { Stream } from "../../src/data/random.ts";
import { withClient } from "../../src/server/client.ts";
import type { Database } from "../../src/server/cluster.ts";
import { databaseTest as it } from "../migrate/database-test.ts";

/** Conditions that are understood, each in the words of a check. */
const understood = [
    "a > 1 and b <= 2",
    "a is null or b between 0 and 2",
    "a + b <= 3",
    "b - a = 1",
    "abs(a - b) < 2",
    "a % 2 = 0",
    "a in (1, 2) or b not in (0, 3)",
    "a is distinct from b",
    "not (a = b)",
    "coalesce(a, 0) > 1",
    "(s = 'x') = (t is not null)",
    "(s = 'x') <> (a > 1)",
    "case s when 'x' then t is null when 'y' then a is not null else b > 0 end",
    "case when f then a > 0 else a is null end is true",
    "f or a = 1",
    "f is not true",
    "num_nonnulls(a, b, t) = 2",
    "(a is null)::int + (t is null)::int < 2",
    "t ~ '^[a-c]+$'",
    "t !~* 'B'",
    "t like 'a%c'",
    "t not ilike '_B%'",
    "t similar to '(a|b)%'",
    "length(t) > 1 and t = lower(t)",
    "btrim(t) <> ''",
    "d <= e",
    "e - d >= 2",
    "e <= d + 2",
    "d > date '2024-01-02'",
    "greatest(0, 1) = 1",
];

const texts = [null, "", "abc", "ab", "B", " a ", "xyz"];
const labels = [null, "x", "y", "z"];

/** Rows of all kinds, nulls in every column among them. */
const rows = Array.from({ length: 120 }, (_, row): Map<string, Value> => {
    const draws = new Stream(1, "rows").draws(row);
    const one = <T>(list: readonly T[]): T | null => list[draws.below(list.length)] ?? null;
    const day = (): number | null => one([null, 0, 1, 2, 3]);
    const date = (days: number | null): number | null => (days === null ? null : Date.UTC(2024, 0, 1) + days * dayMs);
    return new Map<string, Value>([
        ["a", one([null, 0, 1, 2, 3])],
        ["b", one([null, 0, 1, 2, 3])],
        ["s", one(labels)],
        ["t", one(texts)],
        ["f", one([null, "true", "false"])],
        ["d", date(day())],
        ["e", date(day())],
    ]);
});

/** A table with the conditions as checks that are not enforced yet, so that PostgreSQL says them in its own words. */
async function tableOf(database: Database, conditions: readonly string[]): Promise<Table> {
    await loadSqlParser();
    const checks = conditions.map(
        (condition, i) => `alter table sample add constraint c${100 + i} check (${condition})`,
    );
    await withClient(database, (client) =>
        client.query(
            `create table sample (a int, b int, s text, t text, f boolean, d date, e date); ${checks.join(";")}`,
        ),
    );
    const [table] = (await readSchema(database, [])).tables;
    if (table === undefined) throw new Error("there is no table");
    return table;
}

describe("what autofill understands of a check", () => {
    it("is what PostgreSQL says, for every row", async ({ database }) => {
        const table = await tableOf(database, understood);
        const values = rows.map((row, i) => {
            const sql = [...row].map(([name, value]) => {
                if (value === null) return "null";
                return name === "d" || name === "e" ? `'${new Date(Number(value)).toISOString()}'` : `'${value}'`;
            });
            return `(${i}, ${sql.map((text, column) => `${text}::${["int", "int", "text", "text", "boolean", "date", "date"][column]}`).join(", ")})`;
        });
        for (const [i, { expression }] of table.checks.entries()) {
            const answers = await withClient(database, (client) =>
                client.query<{ answer: boolean | null }>(
                    `select (${expression}) as answer from (values ${values.join(", ")}) as r (row, a, b, s, t, f, d, e) order by row`,
                ),
            );
            const condition = parseCondition(expression, namesOf(table));
            const about = understood[i];
            expect({ about, answers: rows.map((row) => evaluate(condition, row)) }).toEqual({
                about,
                answers: answers.rows.map(({ answer }) => answer),
            });
        }
    });

    it("leaves to PostgreSQL what it does not know", async ({ database }) => {
        const table = await tableOf(database, ["md5(t) < 'a'", "t < 'm'", "a / 2 = 1"]);
        for (const { expression } of table.checks) {
            const condition = parseCondition(expression, namesOf(table));
            expect(
                evaluate(
                    condition,
                    new Map<string, Value>([
                        ["t", "x"],
                        ["a", 2],
                    ]),
                ),
            ).toBeUndefined();
        }
    });
});

describe("worlds", () => {
    const worldsFor = async (database: Database, ...conditions: string[]): ReturnType<typeof solve> =>
        solve(await tableOf(database, conditions));
    const solve = async (table: Table): Promise<ReturnType<typeof worldsOf>> =>
        worldsOf(
            table.checks.map(({ expression }) => parseCondition(expression, namesOf(table))),
            new Map(table.columns.map((column) => [column.name, column])),
            () => 0.5,
            new Stream(1, "worlds").draws(0),
        );

    it("are none where checks contradict each other", async ({ database }) => {
        expect(await worldsFor(database, "a > 3 and a is not null", "a < 2")).toEqual([]);
    });

    it("leave only null where a column may be that", async ({ database }) => {
        const [world, ...more] = await worldsFor(database, "a > 3", "a < 2");
        expect([world?.restrictions.get("a"), more]).toEqual([{ isNull: true }, []]);
    });

    it("follow a label to what it implies", async ({ database }) => {
        const worlds = await worldsFor(
            database,
            "s is not null and s in ('open', 'closed')",
            "(s = 'closed') = (d is not null)",
            "d is null or e is not null",
        );
        const shown = worlds.map(({ restrictions }) => [
            restrictions.get("s")?.allowed?.filter((label) => !restrictions.get("s")?.forbidden?.includes(label)),
            restrictions.get("d")?.isNull,
            restrictions.get("e")?.isNull,
        ]);
        expect(shown).toContainEqual([["closed"], false, false]);
        expect(shown.every(([labelsLeft, isNull]) => isNull === !labelsLeft?.toString().includes("closed"))).toBe(true);
    });
});

describe("texts for a pattern", () => {
    const patterns = [
        "^[A-Z]{2}\\d{3,4}$",
        "^[^@\\s]+@[^@\\s]+\\.(com|org)$",
        "^[[:alpha:]_][[:alnum:]_]*$",
        "^(?:\\+\\d{1,3} )?\\d{6,}$",
        "\\S",
        "^#[0-9a-f]{6}$",
        "^v?\\d+\\.\\d+(\\.\\d+)?$",
    ];

    it("match it in PostgreSQL too", async ({ database }) => {
        for (const source of patterns) {
            const made = Array.from({ length: 50 }, (_, i) =>
                textMatching({ source, ignoreCase: false }, new Stream(1, source).draws(i)),
            );
            const { rows: found } = await withClient(database, (client) =>
                client.query<{ text: string }>("select text from unnest($1::text[]) as text where text ~ $2", [
                    made,
                    source,
                ]),
            );
            expect({ source, matching: found.length }).toEqual({ source, matching: 50 });
        }
    });

    it("are not made where JavaScript would read it otherwise", () => {
        expect(textMatching({ source: "\\mword\\M", ignoreCase: false }, new Stream(1, "x").draws(0))).toBeUndefined();
    });
});
