import type { Statement } from "../pgtap/statements.ts";
import { bracketTree, isBracket, isKeyword, textOf, withBracket } from "./bracket-tree.ts";
import type { Bracket } from "./bracket-tree.ts";
import type { ParsedStatement } from "./own-transaction.ts";

/** A statement that does the same with each row of a list: `select f(a) from (values ('x'), ('y')) as stated (a)`. */
export interface RowList {
    /** The text of each row, in which names are looked for. */
    readonly rows: readonly string[];
    /** The statement with some of its rows, by their places. */
    with(places: readonly number[]): string;
}

/**
 * Reads a statement as one about a list of rows; nothing when it is no such statement, or has a clause that could make one
 * row matter to another. Whether it aggregates, only the number of rows that it returns can tell. libpg-query is loaded.
 */
export function rowListOf({ text }: Statement, { tree }: ParsedStatement): RowList | undefined {
    const select = tree["SelectStmt"] as Readonly<Record<string, unknown>> | undefined;
    if (!select || !isPlainSelect(select)) return undefined;
    const root = bracketTree(text);
    const list = root.parts.filter(isBracket).findLast(({ parts: [first] }) => isKeyword(first, "values"));
    const rows = list?.parts.filter(isBracket) ?? [];
    const [values] = list?.parts ?? [];
    if (!list || !values || rows.length < 2 || rows.length !== rowCount(select)) return undefined;
    return {
        rows: rows.map((row) => textOf(row)),
        with(places) {
            const kept = rows.filter((_, place) => places.includes(place)).flatMap((row) => [comma, row]);
            const shorter: Bracket = { ...list, parts: [values, ...kept.slice(1)] };
            return textOf(...withBracket(root, list, shorter).parts);
        },
    };
}

const comma = { kind: "ASCII_44", isKeyword: false, text: ",", gap: "", line: 0 };

const plainClauses = new Set(["targetList", "fromClause", "limitOption", "op"]);

function isPlainSelect(select: Readonly<Record<string, unknown>>): boolean {
    return (
        Object.keys(select).every((clause) => plainClauses.has(clause)) &&
        !JSON.stringify(select["targetList"]).includes('"over":')
    );
}

function rowCount({ fromClause }: Readonly<Record<string, unknown>>): number {
    const [from, ...others] = (fromClause ?? []) as {
        RangeSubselect?: { subquery?: { SelectStmt?: { valuesLists?: unknown[] } }; lateral?: boolean };
    }[];
    return others.length > 0 ? 0 : (from?.RangeSubselect?.subquery?.SelectStmt?.valuesLists?.length ?? 0);
}
