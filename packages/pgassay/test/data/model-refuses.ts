// Compiled by model-types.test.ts: each marked line must be an error, and nothing else may be.
import { date, defineTable, enumeration, Identifiers, integer, text, uuid } from "pgassay/data";

const ids = new Identifiers(1, "person");

export const person = defineTable({
    name: "person",
    rows: 10,
    facts: (row) => ({
        row,
        name: "Ada",
        mood: row > 3 ? ("sad" as const) : ("furious" as const),
        died: null as number | null,
    }),
    columns: (column) => ({
        id: column.of(uuid, ({ row }) => ids.of(row, 0)),
        nick: column.orNull(text, ({ name }) => (name === "" ? null : name)),
        // @ts-expect-error: a label that the type does not have
        mood: column.of(enumeration(["sad", "glad"]), ({ mood }) => mood),
        // @ts-expect-error: null in a column without null
        died: column.of(date, ({ died }) => died),
        // @ts-expect-error: a text where a number belongs
        age: column.of(integer, ({ name }) => name),
        // @ts-expect-error: a fact that there is not
        size: column.of(integer, ({ size }) => size),
        // @ts-expect-error: a text that is returned instead of written, in a document
        notes: column.jsonb(({ name }, json) => json.number(name)),
        // @ts-expect-error: not a column
        motto: "carpe diem",
    }),
});

export const note = defineTable({
    name: "note",
    rows: 10,
    facts: (row) => row,
    // @ts-expect-error: a search vector needs a column that there is not
    columns: (column) => ({ title: column.of(text, () => "a title") }),
    searchVectors: {
        words: { config: "simple", weights: { title: "A", motto: "B" } },
        // @ts-expect-error: no weight
        more: { config: "simple", weights: { title: "E" } },
    },
});
