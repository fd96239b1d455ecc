import type { GoldenCase, ModelledGolden } from "../../core/golden.ts";
import { stretchesOf, type ScaledTree } from "../../core/modelled-plan.ts";
import { sameLines } from "../../core/same-lines.ts";

/** Ends the reading of a golden with what is wrong about a line. */
export type Refuse = (what: string) => never;

/**
 * The block of a case at modelled sizes. Scales that share a plan are one line, and where it is the plan of loaded rows
 * that line is all there is: a reviewer sees a tree only where the size makes another one.
 *
 * @param loaded the accepted plans of loaded rows, those of other cases among them
 */
export function modelledLines({ name, plans }: ModelledGolden, loaded: readonly GoldenCase[]): string[] {
    const lines = stretchesOf(plans).flatMap(({ scales, tree }) => {
        const same = loaded.find((one) => one.name === name && sameLines(one.tree, tree));
        const title = `at ${scales.join(", ")}:`;
        return same ? [`${title} as at scale ${same.scale}`] : [title, ...tree.map((line) => `    ${line}`)];
    });
    return ["", `case ${name} modelled`, ...lines];
}

/** Reads a block as `modelledLines` writes it. */
export function parseModelled(
    [title = "", ...lines]: readonly string[],
    loaded: readonly GoldenCase[],
    refuse: Refuse,
): ModelledGolden {
    const [, name = ""] = /^case ([a-z][a-z0-9_]*) modelled$/.exec(title) ?? refuse(`begins no case: "${title}"`);
    const plans: ScaledTree[] = [];
    let own: string[] | undefined;
    for (const line of lines) {
        if (line.startsWith("    ")) {
            (own ?? refuse(`or one after it is no part of a case: "${line}"`)).push(line.slice(4));
            continue;
        }
        const [, scales = "", scale] =
            /^at ([0-9.e+, -]+):(?: as at scale ([0-9.e+-]+))?$/.exec(line) ??
            refuse(`or one after it names no scales: "${line}"`);
        own = scale === undefined ? [] : undefined;
        const tree = own ?? treeAt(Number(scale), name, loaded, refuse);
        for (const one of scales.split(", ")) plans.push({ scale: Number(one), tree });
    }
    if (plans.length === 0 || plans.some(({ tree }) => tree.length === 0)) refuse("begins a case without a plan");
    return { name, plans };
}

function treeAt(scale: number, name: string, loaded: readonly GoldenCase[], refuse: Refuse): readonly string[] {
    const same = loaded.find((one) => one.name === name && one.scale === scale);
    return same?.tree ?? refuse(`or one after it tells of a plan at scale ${scale}, and none is accepted there`);
}
