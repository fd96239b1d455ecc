import { counted } from "../core/counted.ts";
import type { Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import type { BaselineFile } from "./baseline.ts";
import { inShifts } from "./in-shifts.ts";
import { judgeAlone } from "./judge-alone.ts";
import { judgeInClones } from "./judge-in-clones.ts";
import { groupByOwner, judgeTogether } from "./judge-together.ts";
import type { Mutant } from "./mutant.ts";
import { orderOfFiles, type Killers } from "./order-files.ts";
import { sideBySide } from "./side-by-side.ts";

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
    const unnoticed = await judgeAlone(cluster, template, single, { order, lastKillers, settle }, progress);
    const groups = groupByOwner(unnoticed);
    progress.step(
        `show what is left, ${counted(unnoticed.length, "defect")} in ${counted(groups.length, "group")}, to all test files`,
    );
    await inShifts(
        { cluster, template, itemsPerClone: 1 },
        groups,
        async (client, group) => {
            for (const [mutant, verdict] of await judgeTogether(client, group, inTransaction)) settle(mutant, verdict);
        },
        (done) => progress.advance(done, groups.length, "group"),
    );

    const committed = mutants.filter(({ planting }) => planting === "clone");
    const survivors = unnoticed.filter((mutant) => verdicts.get(mutant)?.kind === "survived");
    const inClones = [...committed, ...(alone.length > 0 ? survivors : [])];
    if (inClones.length > 0) progress.step(`show ${counted(inClones.length, "defect")} in databases of their own`);
    let done = 0;
    await sideBySide(inClones, async (mutant) => {
        const shown = mutant.planting === "clone" ? [...order.orderFor(mutant), ...alone] : alone;
        settle(mutant, await judgeInClones(cluster, template, mutant, shown));
        progress.advance(++done, inClones.length, "mutant");
    });
    return verdicts;
}
