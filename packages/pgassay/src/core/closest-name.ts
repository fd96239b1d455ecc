/**
 * The candidate a misspelt name most likely means, or undefined when none is near: at most one edit for each three
 * characters, two at most. Of equally near ones the first wins.
 */
export function closestName(name: string, candidates: Iterable<string>): string | undefined {
    let closest: string | undefined;
    let fewestEdits = Math.min(2, Math.ceil(name.length / 3)) + 1;
    for (const candidate of candidates) {
        const edits = editDistance(name, candidate);
        if (edits < fewestEdits) {
            closest = candidate;
            fewestEdits = edits;
        }
    }
    return closest;
}

/** Ready to be appended to a message about a wrong name: `; did you mean "index"?`, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
    const closest = closestName(name, candidates);
    return closest === undefined ? "" : `; did you mean "${closest}"?`;
}

/** Levenshtein's distance: insertions, deletions and replacements that turn one text into the other. */
function editDistance(from: string, to: string): number {
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row++) {
        const current = [row];
        for (let column = 1; column <= to.length; column++) {
            const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            current[column] = Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}
