import { defineConfig } from "pgassay";

export default defineConfig({
    migrations: { directory: "db/migrations", schemaFile: "db/schema.sql" },
    tests: "tests",
    queries: "queries",
    runs: "runs",
    // What the terminals in the hall ask for; a member sees his own loans and nobody else's.
    stress: {
        role: "library_patron",
        mix: [
            { query: "catalogue/books_by_words#rare", weight: 40 },
            { query: "catalogue/copies_of_book", weight: 25 },
            { query: "catalogue/books_of_subject", weight: 20 },
            {
                query: "lending/loans_of_member",
                weight: 15,
                settings: { "library.member_id": "select :member_id" },
            },
        ],
    },
});
