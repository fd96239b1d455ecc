import { compareText } from "../core/finding.ts";
import type { BaselineFile } from "./baseline.ts";
import type { Mutant } from "./mutant.ts";
import { ownerName } from "./names.ts";

/** Which test file killed a mutant the last time, by the mutant's id; or `nobody`. */
export type Killers = ReadonlyMap<string, string>;

/** In place of a file, where a mutant survived them all. */
export const nobody = "";

/** Decides in which order test files are shown a mutant; it never leaves one out. */
export interface FileOrder {
    /** All files, the one most likely to notice first. */
    orderFor(mutant: Mutant): readonly BaselineFile[];
    /** Tells that a file noticed a mutant: it is likely to notice the like. */
    noticed(mutant: Mutant, file: string): void;
}

/**
 * The likeliest killer is the last one. Before there was one: a file that noticed mutants of the same class and table,
 * or of the same class that share a name with this one, and a file that mentions the mutant's names, a rare name
 * counting more. Of files that are equally likely the quick one goes first.
 */
export function orderOfFiles(files: readonly BaselineFile[], lastKillers: Killers): FileOrder {
    const quickFirst = files.toSorted((a, b) => a.durationMs - b.durationMs || compareText(a.file.name, b.file.name));
    const weights = new Map<string, ReadonlyMap<BaselineFile, number>>();
    const noticedBy = new Map<string, Map<string, number>>();

    /** How much each file that mentions a name tells by it. */
    const weightsOf = (name: string): ReadonlyMap<BaselineFile, number> => {
        let known = weights.get(name);
        if (!known) {
            const mentioning = quickFirst.filter(({ file }) => mentions(file.text, name));
            known = new Map(mentioning.map((file) => [file, Math.log(1 + files.length / mentioning.length)]));
            weights.set(name, known);
        }
        return known;
    };
    const likelihoodOf = (mutant: Mutant, file: BaselineFile): number => {
        const names = [...new Set([mutant.owner.name, ...mutant.names])];
        let likelihood = file.touched.has(`${mutant.owner.schema}.${mutant.owner.name}`) ? 1 : 0.1;
        for (const name of names) likelihood += (weightsOf(name).get(file) ?? 0) / names.length;
        for (const [kin, weight] of kinsOf(mutant)) {
            const counts = noticedBy.get(kin);
            const all = counts?.get("") ?? 0;
            if (all > 0) likelihood += (weight * (counts?.get(file.file.name) ?? 0)) / all;
        }
        return likelihood;
    };
    return {
        orderFor(mutant) {
            const last = lastKillers.get(mutant.id);
            // What is worth trying is likely for its price; a small file costs its setting up as well.
            const worth = new Map(
                quickFirst.map((file) => [
                    file,
                    file.file.name === last ? Infinity : likelihoodOf(mutant, file) / Math.sqrt(50 + file.durationMs),
                ]),
            );
            return quickFirst.toSorted((a, b) => (worth.get(b) ?? 0) - (worth.get(a) ?? 0));
        },
        noticed(mutant, file) {
            for (const [kin] of kinsOf(mutant)) {
                const counts = noticedBy.get(kin) ?? new Map<string, number>();
                noticedBy.set(kin, counts);
                // No file has the empty name: it counts them all.
                for (const name of [file, ""]) counts.set(name, (counts.get(name) ?? 0) + 1);
            }
        },
    };
}

/** Groups of mutants that tend to be noticed by the same file, and how much that tells. */
function kinsOf({ class: of, operator, owner, names }: Mutant): [kin: string, weight: number][] {
    return [
        [`${of} of ${ownerName(owner)}`, 8],
        [`${operator} everywhere`, 3],
        ...names.map((name): [string, number] => [`${of} about ${name}`, 4]),
    ];
}

/** Whether a text holds a name that is no part of a longer one. */
export function mentions(text: string, name: string): boolean {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
        if (!/\w/.test(text[at - 1] ?? " ") && !/\w/.test(text[at + name.length] ?? " ")) return true;
    }
    return false;
}
