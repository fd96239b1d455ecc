import { readFile } from "node:fs/promises";
import type pg from "pg";
import { usageError } from "../core/errors.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import type { Makers } from "./generators.ts";
import type { LexemeSource } from "./lexicon.ts";
import type { Table } from "./model.ts";

const findLexemes = new URL("../../sql/data/lexemes-of-pieces.sql", import.meta.url);

/**
 * Hands out what the search vectors of some tables are made of: a connection of its own answers what a text search
 * configuration makes of a piece of text. If no table has any it is not made, and `use` gets nothing.
 */
export async function withLexemes<T>(
    database: Database,
    tables: readonly Table[],
    use: (vectors: Makers["vectors"]) => Promise<T>,
): Promise<T> {
    if (tables.every(({ searchVectors }) => Object.keys(searchVectors).length === 0)) return use(undefined);
    return withClient(database, async (client) =>
        use({ tables, lexemes: lexemesBy(client, await readFile(findLexemes, "utf8")) }),
    );
}

/** Threads and configurations ask at the same time, and a connection answers one question after the other. */
function lexemesBy(client: pg.Client, text: string): LexemeSource {
    const ask: LexemeSource = async (config, pieces) => {
        const { rows } = await client.query<{ lexemes: Buffer | null }>({
            name: "lexemes of pieces",
            text,
            values: [config, pieces],
        });
        const lexemes = rows[0]?.lexemes;
        if (!lexemes) throw dropsAll(config);
        return lexemes;
    };
    let last: Promise<unknown> = Promise.resolve();
    return (config, pieces) => {
        const answer = last.then(() => ask(config, pieces));
        last = answer.catch(() => {});
        return answer;
    };
}

/** Without a word that leaves a position behind it cannot be known how many a stop word takes up. */
function dropsAll(config: string): Error {
    return usageError({
        tried: `find out what the text search configuration ${config} makes of words`,
        happened: "it leaves out words that it does not know",
        remedy: "take search vectors of this configuration out of the models, and leave them to their triggers",
    });
}
