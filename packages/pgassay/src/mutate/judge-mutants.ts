import type { Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import type { BaselineFile } from "./baseline.ts";
import { fingerprint } from "./fingerprint.ts";
import { inShifts } from "./in-shifts.ts";
import { judgeInClones } from "./judge-in-clones.ts";
import { groupByOwner, judgeTogether } from "./judge-together.ts";
import type { Mutant } from "./mutant.ts";
import { orderOfFiles, type Killers } from "./order-files.ts";
import { withPlanted } from "./plant.ts";
import { showFiles } from "./show-files.ts";
import { sideBySide } from "./side-by-side.ts";
import { mutantFingerprint, tellApart } from "./tell-apart.ts";

/** To so many files each mutant is shown on its own: nearly all that die at all die there. */
const likelyFiles = 5;

/** To so many more those that are left, once it is known who noticed all the others; to halve a group costs as much. */
const nextFiles = 10;

/**
 * Rolled back tests leave dead rows behind, and after some dozens of files each query is slower for them; a new clone
 * costs as much as one small file.
 */
const mutantsPerClone = 30;

/**
 * Finds out for each mutant whether any file notices it. The likeliest files see each mutant alone; all files see
 * those that are left, in groups; and files that need a database of their own see what is left then.
 *
 * @returns a verdict for every mutant
 */
export async function judgeMutants(
    cluster: Cluster,
    template: Template,
    mutants: readonly Mutant[],
    files: readonly BaselineFile[],
    lastKillers: Killers,
    progress: Progress,
): Promise<Map<Mutant, Verdict>> {
    const verdicts = new Map<Mutant, Verdict>();
    const inTransaction = files.filter(({ inClone }) => inClone === undefined);
    const alone = files.filter(({ inClone }) => inClone !== undefined);
    const order = orderOfFiles(inTransaction, lastKillers);
    const settle = (mutant: Mutant, verdict: Verdict): void => {
        verdicts.set(mutant, verdict);
        if (verdict.kind === "killed") order.noticed(mutant, verdict.by.file);
    };

    const single = mutants.filter(({ planting }) => planting === "transaction");
    progress.step(`show ${single.length} defects to the likeliest test files`);
    let whole = "";
    const digests = new Map<Mutant, string>();
    const shown = new Map<Mutant, readonly BaselineFile[]>();
    const showAlone = (some: readonly Mutant[], fileCount: number): Promise<unknown> =>
        inShifts(
            { cluster, template, itemsPerClone: mutantsPerClone },
            some,
            async (client, mutant) => {
                whole ||= await fingerprint(client);
                const seen = shown.get(mutant) ?? [];
                const likely = order
                    .orderFor(mutant)
                    .filter((file) => !seen.includes(file))
                    .slice(0, fileCount);
                shown.set(mutant, [...seen, ...likely]);
                const outcome = await withPlanted(client, [mutant], async (): Promise<Verdict | undefined> => {
                    const killer = await showFiles(client, likely);
                    if (killer) return { kind: "killed", by: killer };
                    if (!digests.has(mutant)) digests.set(mutant, await mutantFingerprint(client, mutant));
                    return undefined;
                });
                if (outcome) settle(mutant, outcome);
            },
            (done) => progress.advance(done, some.length, "mutants"),
        );
    await showAlone(single, likelyFiles);
    // What was noticed makes a difference; and reading the whole catalog takes as long as a small test file.
    const unlike = new Map(single.flatMap((mutant) => pairs(mutant, digests.get(mutant))));
    for (const [mutant, verdict] of tellApart(unlike, whole)) settle(mutant, verdict);

    const unlikely = single.filter((mutant) => !verdicts.has(mutant));
    progress.step(`show the ${unlikely.length} of them that are left to ${nextFiles} more`);
    await showAlone(unlikely, nextFiles);

    const unnoticed = unlikely.filter((mutant) => !verdicts.has(mutant));
    const groups = groupByOwner(unnoticed);
    progress.step(`show the ${unnoticed.length} of them that are left, in ${groups.length} groups, to all test files`);
    await inShifts(
        { cluster, template, itemsPerClone: 1 },
        groups,
        async (client, group) => {
            for (const [mutant, verdict] of await judgeTogether(client, group, inTransaction)) settle(mutant, verdict);
        },
        (done) => progress.advance(done, groups.length, "groups"),
    );

    const committed = mutants.filter(({ planting }) => planting === "clone");
    const survivors = unnoticed.filter((mutant) => verdicts.get(mutant)?.kind === "survived");
    const inClones = [...committed, ...(alone.length > 0 ? survivors : [])];
    if (inClones.length > 0) progress.step(`show ${inClones.length} defects in databases of their own`);
    let done = 0;
    await sideBySide(inClones, async (mutant) => {
        const shown = mutant.planting === "clone" ? [...order.orderFor(mutant), ...alone] : alone;
        settle(mutant, await judgeInClones(cluster, template, mutant, shown));
        progress.advance(++done, inClones.length, "mutants");
    });
    return verdicts;
}

function pairs<T>(mutant: Mutant, value: T | undefined): [Mutant, T][] {
    return value === undefined ? [] : [[mutant, value]];
}
