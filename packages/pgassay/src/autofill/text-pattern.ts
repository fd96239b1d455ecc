import { RegExpParser } from "@eslint-community/regexpp";
import type { AST } from "@eslint-community/regexpp";
import type { Draws } from "../data/random.ts";
import { regularExpression } from "./condition.ts";
import type { Pattern } from "./condition.ts";

/** How often something repeats at most that may repeat without end. */
const repeatsBeyondLeast = 6;

/** What stands for any character. */
const anyCharacters = "abcdefghijklmnopqrstuvwxyz";

const trees = new Map<string, AST.Pattern | undefined>();

/** A text that matches a pattern, or undefined where the pattern asks for more than characters in a row. */
export function textMatching(pattern: Pattern, draws: Draws): string | undefined {
    const compiled = regularExpression(pattern);
    if (compiled === undefined) return undefined;
    if (!trees.has(compiled.source)) trees.set(compiled.source, treeOf(compiled.source));
    const tree = trees.get(compiled.source);
    const text = tree && ofAlternatives(tree.alternatives, draws);
    return text !== undefined && compiled.test(text) ? text : undefined;
}

function treeOf(source: string): AST.Pattern | undefined {
    try {
        return new RegExpParser().parsePattern(source);
    } catch {
        return undefined;
    }
}

function ofAlternatives(alternatives: readonly AST.Alternative[], draws: Draws): string {
    const elements = alternatives[draws.below(alternatives.length)]?.elements ?? [];
    return elements.map((element) => ofElement(element, draws)).join("");
}

function ofElement(element: AST.Element, draws: Draws): string {
    switch (element.type) {
        case "Character":
            return String.fromCodePoint(element.value);
        case "CharacterClass":
            return oneOf(element.negate ? outside(element) : charactersOf(element), draws);
        case "CharacterSet":
            return oneOf(ofSet(element), draws);
        case "Group":
        case "CapturingGroup":
            return ofAlternatives(element.alternatives, draws);
        case "Quantifier": {
            const most = Math.min(element.max, element.min + repeatsBeyondLeast);
            const times = element.min + draws.below(most - element.min + 1);
            return Array.from({ length: times }, () => ofElement(element.element, draws)).join("");
        }
        default:
            // Anchors and assertions add no character; whether they hold is seen when the whole text is tried.
            return "";
    }
}

const digits = "0123456789";
const letters = `${anyCharacters}${anyCharacters.toUpperCase()}`;
const printable = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join("");

function ofSet(set: AST.CharacterSet): string {
    switch (set.kind) {
        case "any":
            return anyCharacters;
        case "digit":
            return set.negate ? letters : digits;
        case "word":
            return set.negate ? "-" : letters + digits;
        case "space":
            return set.negate ? letters + digits : " ";
        default:
            return anyCharacters;
    }
}

function charactersOf(characterClass: AST.CharacterClass): string {
    return characterClass.elements
        .map((element) => {
            if (element.type === "Character") return String.fromCodePoint(element.value);
            if (element.type === "CharacterSet") return ofSet(element);
            if (element.type !== "CharacterClassRange") return "";
            const length = Math.min(element.max.value - element.min.value + 1, 128);
            return Array.from({ length }, (_, i) => String.fromCodePoint(element.min.value + i)).join("");
        })
        .join("");
}

/** Letters and digits that a negated class leaves, or other characters if it leaves none of these. */
function outside(characterClass: AST.CharacterClass): string {
    const excluded = new Set(charactersOf(characterClass));
    const plain = Array.from(anyCharacters + digits).filter((character) => !excluded.has(character));
    return (plain.length > 0 ? plain : Array.from(printable).filter((character) => !excluded.has(character))).join("");
}

function oneOf(characters: string, draws: Draws): string {
    return characters[draws.below(characters.length)] ?? "";
}
