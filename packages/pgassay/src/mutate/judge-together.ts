import type pg from "pg";
import type { Killer, Verdict } from "../core/mutation-run.ts";
import type { BaselineFile } from "./baseline.ts";
import type { Mutant } from "./mutant.ts";
import { ownerName } from "./names.ts";
import { withPlanted } from "./plant.ts";
import { showFiles } from "./show-files.ts";

/**
 * Divides mutants into groups to be judged together: never two of one owner, so that none can make up for what another
 * one breaks.
 */
export function groupByOwner(mutants: readonly Mutant[]): Mutant[][] {
    const taken = new Map<string, number>();
    const groups: Mutant[][] = [];
    for (const mutant of mutants) {
        const owner = ownerName(mutant.owner);
        const place = taken.get(owner) ?? 0;
        taken.set(owner, place + 1);
        (groups[place] ??= []).push(mutant);
    }
    return groups;
}

/**
 * Shows files a whole group of mutants at once. When all pass, each mutant has survived all of them, at the cost of
 * one; when a file fails, the group is halved until it is clear which of its mutants the file notices on its own.
 */
export async function judgeTogether(
    client: pg.Client,
    group: readonly Mutant[],
    files: readonly BaselineFile[],
): Promise<Map<Mutant, Verdict>> {
    const verdicts = new Map<Mutant, Verdict>();
    let alive = group;
    for (let rest = files; alive.length > 0;) {
        const first = await tryFiles(client, alive, rest);
        if (first === undefined) {
            for (const mutant of alive) verdicts.set(mutant, { kind: "survived" });
            break;
        }
        if (first !== "incompatible") rest = rest.slice(rest.findIndex(({ file }) => file.name === first.file));
        const killed =
            first === "incompatible" ? new Map<Mutant, Killer>() : await blame(client, alive, rest.slice(0, 1), first);
        for (const [mutant, by] of killed) verdicts.set(mutant, { kind: "killed", by });
        if (killed.size === 0) {
            // Only together do they fail, or cannot be planted: each half has the same files before it.
            for (const half of halves(alive))
                for (const [mutant, verdict] of await judgeTogether(client, half, rest)) verdicts.set(mutant, verdict);
            break;
        }
        // The same file again, without those: it must pass before the next has a say.
        alive = alive.filter((mutant) => !killed.has(mutant));
    }
    return verdicts;
}

/** Which mutants of a group a file notices when they are planted alone; `failed` is what the whole group met. */
async function blame(
    client: pg.Client,
    group: readonly Mutant[],
    file: readonly BaselineFile[],
    failed: Killer,
): Promise<Map<Mutant, Killer>> {
    const [only, ...others] = group;
    if (only && others.length === 0) return new Map([[only, failed]]);
    const blamed = new Map<Mutant, Killer>();
    for (const half of halves(group)) {
        const killer = await tryFiles(client, half, file);
        if (killer === undefined || killer === "incompatible") continue;
        for (const [mutant, by] of await blame(client, half, file, killer)) blamed.set(mutant, by);
    }
    return blamed;
}

async function tryFiles(
    client: pg.Client,
    group: readonly Mutant[],
    files: readonly BaselineFile[],
): Promise<Killer | undefined | "incompatible"> {
    const outcome = await withPlanted(client, group, () => showFiles(client, files));
    return outcome && "kind" in outcome ? "incompatible" : outcome;
}

function halves<T>(list: readonly T[]): [readonly T[], readonly T[]] {
    const middle = Math.ceil(list.length / 2);
    return [list.slice(0, middle), list.slice(middle)];
}
