import type { Pattern } from "./condition.ts";
import type { Value } from "./value-type.ts";

/** What a text operator asks for, without its negation: `~` and `~~` and those that ignore case. */
export function patternOf(operator: string, value: Value): Pattern | undefined {
    if (typeof value !== "string") return undefined;
    switch (operator) {
        case "~":
        case "~*":
            return { source: value, ignoreCase: operator === "~*" };
        case "~~":
        case "~~*":
            return { source: likeSource(value), ignoreCase: operator === "~~*" };
        default:
            return undefined;
    }
}

/** A pattern of LIKE as a regular expression. */
function likeSource(like: string): string {
    const body = like.replace(/\\(.)|[%_]|[.*+?^${}()|[\]/\\]/gs, (char, escaped: string | undefined) => {
        if (char === "%") return "[\\s\\S]*";
        if (char === "_") return "[\\s\\S]";
        return `\\${escaped ?? char}`;
    });
    return `^${body}$`;
}

/** A pattern of SIMILAR TO as a regular expression. */
export function similarSource(similar: string): string {
    const body = similar.replace(/\\.|[%_.^$]/gs, (char) => {
        if (char === "%") return "[\\s\\S]*";
        if (char === "_") return "[\\s\\S]";
        return char.startsWith("\\") ? char : `\\${char}`;
    });
    return `^(?:${body})$`;
}
