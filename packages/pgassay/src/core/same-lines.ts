/** Whether two texts of lines are equal: the canonical trees of two plans, or the arguments of two cases. */
export function sameLines(a: readonly string[], b: readonly string[]): boolean {
    return a.join("\n") === b.join("\n");
}
