import { counted } from "./counted.ts";

const contextLines = 3;

/** Comparing takes time and memory by the product of the numbers of lines; beyond this, all count as replaced. */
const maxPairs = 4_000_000;

/**
 * What turns one text into another, as the hunks of a unified diff with three lines of context, cut off with a count
 * after `maxLines`. Equal texts give an empty one.
 */
export function lineDiff(before: string, after: string, maxLines: number): string {
    const edits = compareLines(before.split("\n"), after.split("\n"));
    const shown = new Set<number>();
    for (const [at, edit] of edits.entries()) {
        if (edit.startsWith(" ")) continue;
        for (let near = at - contextLines; near <= at + contextLines; near++) shown.add(near);
    }
    const lines: string[] = [];
    let [lineBefore, lineAfter] = [1, 1];
    for (const [at, edit] of edits.entries()) {
        if (shown.has(at) && (at === 0 || !shown.has(at - 1))) lines.push(`@@ -${lineBefore} +${lineAfter} @@`);
        if (shown.has(at)) lines.push(edit);
        if (!edit.startsWith("+")) lineBefore++;
        if (!edit.startsWith("-")) lineAfter++;
    }
    if (lines.length <= maxLines) return lines.join("\n");
    return [...lines.slice(0, maxLines), `… and ${counted(lines.length - maxLines, "more line")}`].join("\n");
}

/** Every line of both texts once, in order, marked as a diff marks it: kept, removed or added. */
function compareLines(before: readonly string[], after: readonly string[]): string[] {
    const shorter = Math.min(before.length, after.length);
    let head = 0;
    while (head < shorter && before[head] === after[head]) head++;
    let tail = 0;
    while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
    return [
        ...before.slice(0, head).map((line) => ` ${line}`),
        ...compareMiddles(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
        ...before.slice(before.length - tail).map((line) => ` ${line}`),
    ];
}

/** Keeps a longest common subsequence. */
function compareMiddles(before: readonly string[], after: readonly string[]): string[] {
    if (before.length * after.length > maxPairs)
        return [...before.map((line) => `-${line}`), ...after.map((line) => `+${line}`)];

    // common[i][j]: how many lines before[i…] and after[j…] have in common, in order.
    const common = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
    const inCommon = (i: number, j: number): number => common[i]?.[j] ?? 0;
    for (let i = before.length - 1; i >= 0; i--)
        for (let j = after.length - 1; j >= 0; j--)
            common[i]?.fill(
                before[i] === after[j] ? 1 + inCommon(i + 1, j + 1) : Math.max(inCommon(i + 1, j), inCommon(i, j + 1)),
                j,
                j + 1,
            );

    const edits: string[] = [];
    let [i, j] = [0, 0];
    while (i < before.length || j < after.length) {
        if (i < before.length && j < after.length && before[i] === after[j]) {
            edits.push(` ${before[i]}`);
            i++;
            j++;
        } else if (j === after.length || (i < before.length && inCommon(i + 1, j) >= inCommon(i, j + 1))) {
            edits.push(`-${before[i++]}`);
        } else {
            edits.push(`+${after[j++]}`);
        }
    }
    return edits;
}
