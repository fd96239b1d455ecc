import { isDeepStrictEqual } from "node:util";
import type { Node } from "libpg-query";
import { parametersOf, statementsOf, tokensOf } from "./sql-syntax.ts";

/**
 * Says what a formatter changed beyond the looks of a text: the statements, a parameter or a comment. Undefined if
 * nothing. A comment counts because `-- migrate:up` is one.
 *
 * @throws where PostgreSQL would refuse `before`
 */
export async function changeOfMeaning(before: string, after: string): Promise<string | undefined> {
    const [was, is] = [await meaningOf(before), await meaningOf(after).catch(() => undefined)];
    if (!is) return "PostgreSQL would refuse the result";
    if (!isDeepStrictEqual(was.comments, is.comments)) return "a comment would be lost, changed or moved";
    if (!isDeepStrictEqual(was.parameters, is.parameters)) return "a parameter would be lost or changed";
    return isDeepStrictEqual(was.statements, is.statements) ? undefined : "a statement would mean something else";
}

/** What must stay the same. */
interface Meaning {
    readonly statements: readonly unknown[];
    /** Each with the number of statements that begin before it: `-- migrate:down` must not change sides. */
    readonly comments: readonly (readonly [number, string])[];
    readonly parameters: readonly string[];
}

async function meaningOf(sql: string): Promise<Meaning> {
    const tokens = await tokensOf(sql);
    const statements = await statementsOf(sql);
    return {
        statements: await Promise.all(statements.map(({ tree }) => meaningOfStatement(tree))),
        comments: tokens
            .filter(({ kind }) => kind === "comment")
            .map((comment) => [statements.filter(({ start }) => start < comment.start).length, comment.text.trimEnd()]),
        parameters: parametersOf(tokens),
    };
}

/** Where the parser notes places in the text. */
const placeKey = /location$|^(rexpr_)?list_(start|end)$|^stmt_len$/;

/** A tree without places; the body of an SQL function, which is a string to the parser, by its own meaning. */
async function meaningOfStatement(tree: Node): Promise<unknown> {
    const body = sqlBody(tree);
    const statement = JSON.parse(
        JSON.stringify(tree, (key, value: unknown) =>
            placeKey.test(key) || (body !== undefined && value === body) ? undefined : value,
        ),
    ) as unknown;
    return body === undefined ? statement : { statement, body: await meaningOf(body) };
}

/** The text of an SQL function's body, if it is written as a string. */
function sqlBody(tree: Node): string | undefined {
    if (!("CreateFunctionStmt" in tree)) return undefined;
    const options = (tree.CreateFunctionStmt.options ?? []).flatMap((option) =>
        "DefElem" in option ? [option.DefElem] : [],
    );
    const text = (name: string): string | undefined => {
        const value = options.find(({ defname }) => defname === name)?.arg;
        if (!value) return undefined;
        if ("String" in value) return value.String.sval;
        const [first] = "List" in value ? (value.List.items ?? []) : [];
        return first && "String" in first ? first.String.sval : undefined;
    };
    return text("language") === "sql" ? text("as") : undefined;
}
