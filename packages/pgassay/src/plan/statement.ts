import type { QueryKind } from "../core/query.ts";
import { findParameters, numberParameters } from "./parameters.ts";
import type { ParameterUse } from "./parameters.ts";
import { isJsonObject } from "../core/json-object.ts";
import { parseSql, scanSql } from "../core/sql-text.ts";

/** What is wrong with the text behind a header, and the parameters it uses. */
export interface CheckedStatement {
    /** Lines count from 1 at the beginning of the text. */
    readonly problems: readonly { readonly line: number; readonly message: string }[];
    /** Each use, in the order of the text; undefined when the text cannot be cut into tokens. */
    readonly uses: readonly ParameterUse[] | undefined;
    readonly kind: QueryKind;
}

/** Statements that can be measured, by the kind of their parse tree. */
const kinds: ReadonlyMap<string, QueryKind> = new Map([
    ["SelectStmt", "read"],
    ["InsertStmt", "write"],
    ["UpdateStmt", "write"],
    ["DeleteStmt", "write"],
    ["MergeStmt", "write"],
    ["CallStmt", "call"],
]);

/** Checks that a text is one statement that can be measured, that it parses and has no parameters but those written `:name`. */
export function checkStatement(text: string): CheckedStatement {
    let uses: ParameterUse[];
    let numbered: CheckedStatement["problems"];
    try {
        uses = findParameters(text);
        numbered = scanSql(text).flatMap((token) =>
            token.kind === "PARAM"
                ? [{ line: token.line, message: `write parameters as :name, not ${token.text}` }]
                : [],
        );
    } catch {
        // What cannot be scanned does not parse either, and the parser says why once no colon is in its way.
        const parsed = parseSql(text.replace(/(?<![:\w]):(?=[a-z_])/gi, " "));
        return { problems: "message" in parsed ? [parsed] : [], uses: undefined, kind: "read" };
    }
    const parameters = [...new Set(uses.map(({ name }) => name))].map((name) => ({ name, type: "text" }));
    const form = formOf(numberParameters(text, parameters));
    if (typeof form === "string") return { problems: numbered, uses, kind: form };
    return { problems: [...numbered, form], uses, kind: "read" };
}

function formOf(sql: string): QueryKind | { line: number; message: string } {
    const parsed = parseSql(sql);
    if ("message" in parsed) return parsed;
    const [first, second] = parsed;
    if (!first) return { line: 1, message: "no statement follows the header" };
    if (second) return { line: second.line, message: "a second statement begins here, and a file holds one" };
    const kind = kinds.get(Object.keys(first.tree)[0] ?? "");
    const message = "the statement must be a select, insert, update, delete, merge or call";
    if (kind === "read" && hasNode(first.tree, isInto)) {
        return { line: first.line, message: "a select into makes a table: leave the into out" };
    }
    if (kind === "read" && hasNode(first.tree, isWriting)) return "write";
    return kind ?? { line: first.line, message };
}

function isInto(name: string): boolean {
    return name === "intoClause";
}

/** What makes a select write: a common table expression that does, or that it locks rows. */
function isWriting(name: string): boolean {
    return name === "LockingClause" || kinds.get(name) === "write";
}

function hasNode(tree: unknown, isMeant: (name: string) => boolean): boolean {
    if (Array.isArray(tree)) return tree.some((node) => hasNode(node, isMeant));
    if (!isJsonObject(tree)) return false;
    return Object.entries(tree).some(([name, node]) => isMeant(name) || hasNode(node, isMeant));
}
