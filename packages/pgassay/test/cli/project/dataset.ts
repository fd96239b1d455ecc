import { defineTable, integer, text, type Dataset } from "pgassay/data";

const shelves = 200;
const books = 20_000;

/** Books spread evenly over shelves; small enough to load in an instant, large enough that an index pays. */
export const library: Dataset = {
    name: "library",
    sources: [new URL("./", import.meta.url)],
    migrated: [],
    tables: () => [
        defineTable({
            name: "shelf",
            rows: shelves,
            facts: (row) => row,
            columns: (column) => ({
                id: column.of(integer, (row) => row),
                name: column.of(text, (row) => `shelf ${row}`),
            }),
        }),
        defineTable({
            name: "book",
            rows: books,
            facts: (row) => row,
            columns: (column) => ({
                id: column.of(integer, (row) => row),
                shelf_id: column.of(integer, (row) => Math.floor(row / (books / shelves))),
                title: column.of(text, (row) => `volume ${row}`),
            }),
        }),
    ],
};
