import type { Dataset } from "../../src/data/dataset.ts";
import { integer, text } from "../../src/data/encoders.ts";
import { defineTable } from "../../src/data/model.ts";

/** Texts of a row. */
export type Note = readonly [title: string | null, body: string | null, remark: string | null];

const english = "pg_catalog.english";

/** A table whose trigger keeps a search vector. */
export function notesSchema(config: string = english): string {
    return `
        create table note (number integer primary key, title text, body text, remark text, words tsvector);
        create or replace function words_of(config regconfig, title text, body text, remark text) returns tsvector
            return setweight(to_tsvector(config, coalesce(title, '')), 'A')
                || setweight(to_tsvector(config, coalesce(body, '')), 'C')
                || setweight(to_tsvector(config, coalesce(remark, '')), 'C');
        create or replace function keep_words() returns trigger language plpgsql as
            'begin new.words := words_of(''${config}'', new.title, new.body, new.remark); return new; end';
        create trigger _200_words before insert on note for each row execute function keep_words()`;
}

/** The texts, with their vectors in place of the trigger. */
export function notesDataset(notes: readonly Note[], config: string = english): Dataset {
    return {
        name: "notes",
        sources: [],
        migrated: [],
        suspendedTriggers: ["_200_words"],
        tables: () => [
            defineTable({
                name: "note",
                rows: notes.length,
                facts: (row) => ({ row, note: notes[row] ?? [null, null, null] }),
                columns: (column) => ({
                    number: column.of(integer, ({ row }) => row),
                    title: column.orNull(text, ({ note }) => note[0]),
                    body: column.orNull(text, ({ note }) => note[1]),
                    remark: column.orNull(text, ({ note }) => note[2]),
                }),
                searchVectors: { words: { config, weights: { title: "A", body: "C", remark: "C" } } },
            }),
        ],
    };
}

/** What notes there are to be. */
type Argument = { readonly rows: number; readonly config?: string };

/** So many notes, in a module where worker threads find them. */
export function notesOrigin(argument: Argument): Dataset {
    const notes = Array.from({ length: argument.rows }, (_, row): Note => [
        `Note ${row}`,
        `of ${row % 97} words`,
        null,
    ]);
    return {
        ...notesDataset(notes, argument.config),
        origin: { module: import.meta.url, name: "notesOrigin", argument },
    };
}
