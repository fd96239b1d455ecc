import { scanSql } from "../core/sql-text.ts";
import type { SqlToken } from "../core/sql-text.ts";
import { remembered } from "../core/remembered.ts";

/** A piece of SQL: a token, or what stands between two brackets. */
export type Part = SqlToken | Bracket;

/** Round or square brackets with all between them; the whole text is one without the brackets. */
export interface Bracket {
    readonly open?: SqlToken;
    readonly parts: readonly Part[];
    readonly close?: SqlToken;
}

/** Sorts the tokens of a piece of SQL by the brackets they stand in. libpg-query is loaded. */
export const bracketTree: (sql: string) => Bracket = remembered((sql) => {
    const open: { readonly open?: SqlToken; readonly parts: Part[] }[] = [{ parts: [] }];
    for (const token of scanSql(sql)) {
        if (token.text === "(" || token.text === "[") open.push({ open: token, parts: [] });
        else if (token.text === ")" || token.text === "]") {
            const bracket = open.pop();
            if (bracket) open.at(-1)?.parts.push({ ...bracket, close: token });
        } else open.at(-1)?.parts.push(token);
    }
    const [root] = open;
    if (!root || open.length > 1) throw new Error(`the brackets of this do not match: ${sql}`);
    return root;
});

export function isBracket(part: Part | undefined): part is Bracket {
    return part !== undefined && "parts" in part;
}

/** All brackets of a tree, an outer one before those inside. */
export function bracketsOf(bracket: Bracket): Bracket[] {
    return [bracket, ...bracket.parts.filter(isBracket).flatMap(bracketsOf)];
}

/** A tree in which one bracket is another; the rest is as it was. */
export function withBracket(tree: Bracket, old: Bracket, replacement: Bracket): Bracket {
    if (tree === old) return replacement;
    return {
        ...tree,
        parts: tree.parts.map((part) => (isBracket(part) ? withBracket(part, old, replacement) : part)),
    };
}

/** The text of some parts, byte for byte, without the space before the first. */
export function textOf(...parts: readonly Part[]): string {
    return parts.map(rawText).join("").trimStart();
}

function rawText(part: Part): string {
    if (!isBracket(part)) return part.gap + part.text;
    return [...(part.open ? [part.open] : []), ...part.parts, ...(part.close ? [part.close] : [])]
        .map(rawText)
        .join("");
}

/** Whether a part is this keyword, whatever its case. */
export function isKeyword(part: Part | undefined, ...words: readonly string[]): boolean {
    return part !== undefined && !isBracket(part) && part.isKeyword && words.includes(part.text.toLowerCase());
}

/** Cuts parts at each separator, which is left out. */
export function splitAt(parts: readonly Part[], isSeparator: (part: Part) => boolean): Part[][] {
    const groups: Part[][] = [[]];
    for (const part of parts) {
        if (isSeparator(part)) groups.push([]);
        else groups.at(-1)?.push(part);
    }
    return groups;
}

/** Parts that follow an opening bracket without a space. */
export function withoutGap(parts: readonly Part[]): Part[] {
    const [first, ...others] = parts;
    if (!first) return [];
    return [
        isBracket(first)
            ? { ...first, ...(first.open && { open: { ...first.open, gap: "" } }) }
            : { ...first, gap: "" },
        ...others,
    ];
}

/** Makes a token, with a space before it. */
export function word(text: string): SqlToken {
    return { kind: "IDENT", isKeyword: false, text, gap: " ", line: 0 };
}
