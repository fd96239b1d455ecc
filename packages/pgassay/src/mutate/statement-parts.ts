import { bracketTree, isKeyword, textOf, word } from "./bracket-tree.ts";
import type { Part } from "./bracket-tree.ts";

/** A statement that PostgreSQL wrote, cut into its words and brackets. */
export function statementParts(statement: string): readonly Part[] {
    return bracketTree(statement).parts;
}

/** Where a clause of a statement begins: the place of its first word, outside of all brackets; -1 if it has none. */
export function clauseAt(parts: readonly Part[], ...words: readonly [string, ...string[]]): number {
    return parts.findIndex((_, i) => words.every((each, j) => isWord(parts[i + j], each)));
}

function isWord(part: Part | undefined, text: string): boolean {
    return isKeyword(part, text) || (part !== undefined && !("parts" in part) && part.text.toLowerCase() === text);
}

/** The statement with `count` parts from `at` on replaced by some words. */
export function spliced(parts: readonly Part[], at: number, count: number, words = ""): string {
    const replacement = words === "" ? [] : [word(words)];
    return textOf(...parts.slice(0, at), ...replacement, ...parts.slice(at + count));
}
