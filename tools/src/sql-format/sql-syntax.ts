import { parse, scan, type Node } from "libpg-query";

/** A token of SQL as PostgreSQL's scanner sees it; comments are tokens too. */
export interface Token {
    readonly kind: "comment" | "keyword" | "other";
    readonly text: string;
    /** Where it stands in the text, in UTF-16 units. */
    readonly start: number;
    readonly end: number;
}

/**
 * Cuts SQL into tokens.
 *
 * @throws where a quote or a comment stays open
 */
export async function tokensOf(sql: string): Promise<Token[]> {
    // The scanner counts bytes. Tokens come in order, so each starts from where the one before it ended.
    const bytes = Buffer.from(sql);
    let [byte, place] = [0, 0];
    const { tokens } = await scan(sql);
    return tokens.map((token) => {
        const text = bytes.toString("utf8", token.start, token.end);
        const start = place + bytes.toString("utf8", byte, token.start).length;
        byte = token.end;
        place = start + text.length;
        const kind = token.tokenName.endsWith("_COMMENT") ? "comment" : token.keywordKind === 0 ? "other" : "keyword";
        return { kind, text, start, end: place };
    });
}

export interface Statement {
    readonly tree: Node;
    /** Its first and one past its last character, without the comments before it and the semicolon after it. */
    readonly start: number;
    readonly end: number;
}

/**
 * Parses SQL as PostgreSQL does, `:name` parameters included.
 *
 * @throws where PostgreSQL would refuse it
 */
export async function statementsOf(sql: string): Promise<Statement[]> {
    const tokens = await tokensOf(sql);
    const text = hideParameters(sql, tokens);
    const bytes = Buffer.from(text);
    const { stmts } = await parse(text);
    return (stmts ?? []).flatMap(({ stmt, stmt_location: from = 0, stmt_len: length }) => {
        // The location includes comments; without a length the statement goes on to the end.
        const earliest = bytes.toString("utf8", 0, from).length;
        const end = length ? bytes.toString("utf8", 0, from + length).length : text.length;
        const start = tokens.find((token) => token.start >= earliest && token.kind !== "comment")?.start ?? earliest;
        return stmt ? [{ tree: stmt, start, end }] : [];
    });
}

/** The names of `:name` parameters, in the order of their uses. */
export function parametersOf(tokens: readonly Token[]): string[] {
    return parameterColons(tokens).map((i) => tokens[i + 1]?.text ?? "");
}

/** Replaces each `:name` by a `$1` that is as long, so that nothing else moves. */
function hideParameters(sql: string, tokens: readonly Token[]): string {
    let hidden = sql;
    for (const i of parameterColons(tokens)) {
        const [colon, name] = [tokens[i], tokens[i + 1]];
        if (!colon || !name) continue;
        const digits = "1".padStart(name.text.length, "0");
        hidden = `${hidden.slice(0, colon.start)}$${digits}${hidden.slice(name.end)}`;
    }
    return hidden;
}

/** Places of the colons with a name right behind them; `::` and `:=` are tokens of their own. */
function parameterColons(tokens: readonly Token[]): number[] {
    return tokens.flatMap(({ text, end }, i) => {
        const next = tokens[i + 1];
        return text === ":" && next?.start === end && /^[a-z_]/i.test(next.text) ? [i] : [];
    });
}
