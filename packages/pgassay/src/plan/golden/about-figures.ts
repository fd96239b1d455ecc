/** Evidence of a golden about what was captured of a table, whose name follows. It concerns modelled plans alone. */
export const aboutFigures = "figures of ";

export function isAboutFigures(evidence: string): boolean {
    return evidence.startsWith(aboutFigures);
}
