import { counted } from "../core/counted.ts";
import type { Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import type { BaselineFile } from "./baseline.ts";
import { excerptsAbout, provenExcerpts } from "./excerpt.ts";
import type { Excerpt } from "./excerpt.ts";
import { fingerprint } from "./fingerprint.ts";
import { inShifts } from "./in-shifts.ts";
import type { Mutant } from "./mutant.ts";
import { nobody } from "./order-files.ts";
import type { FileOrder, Killers } from "./order-files.ts";
import { withPlanted } from "./plant.ts";
import { showExcerpts, showFiles } from "./show-files.ts";
import { mutantFingerprint, tellApart } from "./tell-apart.ts";

/** To so many files each mutant is shown on its own: nearly all that die at all die there. */
const likelyFiles = 5;

/**
 * To so many more those that are left, once it is known what noticed all the others; to find one of a group by halving
 * costs as much.
 */
const nextFiles = 10;

/**
 * Rolled back tests leave dead rows behind, and after some dozens of files each query is slower for them; a new clone
 * costs as much as one small file.
 */
const mutantsPerClone = 30;

/** What mutants are shown to, and who is told what came of it. */
export interface Viewing {
    readonly order: FileOrder;
    readonly lastKillers: Killers;
    readonly settle: (mutant: Mutant, verdict: Verdict) => void;
}

/**
 * Shows each mutant on its own to the files that are likeliest to notice it: first what files say about it, then five
 * whole files, and then ten more. Mutants that no test could tell from the schema or from one another are settled, too.
 *
 * @returns those that are left
 */
export async function judgeAlone(
    cluster: Cluster,
    template: Template,
    mutants: readonly Mutant[],
    { order, lastKillers, settle }: Viewing,
    progress: Progress,
): Promise<Mutant[]> {
    let whole = "";
    const digests = new Map<Mutant, string>();
    const shown = new Map<Mutant, readonly BaselineFile[]>();
    const proven = provenExcerpts();
    const show = async (some: readonly Mutant[], fileCount: number): Promise<Mutant[]> => {
        if (some.length > 0) progress.step(`show ${counted(some.length, "defect")} to the likeliest test files`);
        const left = await inShifts(
            { cluster, template, itemsPerClone: mutantsPerClone },
            some,
            async (client, mutant) => {
                whole ||= await fingerprint(client);
                // Who survived all the last time is best shown to all with others at once.
                const files = lastKillers.get(mutant.id) === nobody ? [] : order.orderFor(mutant);
                const seen = shown.get(mutant);
                const about = seen ? [] : await proven.among(client, likelyExcerpts(mutant, files, lastKillers));
                const likely = files.filter((file) => !seen?.includes(file)).slice(0, fileCount);
                shown.set(mutant, likely);
                const outcome = await withPlanted(client, [mutant], async (): Promise<Verdict | undefined> => {
                    const killer = (await showExcerpts(client, about)) ?? (await showFiles(client, likely));
                    if (killer) return { kind: "killed", by: killer };
                    if (!seen) digests.set(mutant, await mutantFingerprint(client, mutant));
                    return undefined;
                });
                if (outcome) settle(mutant, outcome);
                return outcome ? [] : [mutant];
            },
            (done) => progress.advance(done, some.length, "mutant"),
        );
        return left.flat();
    };
    const unlikely = await show(mutants, likelyFiles);
    // What was noticed makes a difference; and reading the whole catalog takes as long as a small test file.
    const alike = tellApart(new Map(unlikely.map((mutant) => [mutant, digests.get(mutant) ?? ""])), whole);
    for (const [mutant, verdict] of alike) settle(mutant, verdict);
    return show(
        unlikely.filter((mutant) => !alike.has(mutant)),
        nextFiles,
    );
}

function likelyExcerpts(mutant: Mutant, files: readonly BaselineFile[], lastKillers: Killers): Excerpt[] {
    const excerpts = excerptsAbout(mutant, files);
    const last = lastKillers.get(mutant.id);
    // If another file noticed it the last time, these did not.
    const isKnown = last === undefined || excerpts.some(({ of }) => of.file.name === last);
    return isKnown ? excerpts.slice(0, likelyFiles) : [];
}
