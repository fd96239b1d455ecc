import type { Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import { fingerprint } from "./fingerprint.ts";
import { inShifts } from "./in-shifts.ts";
import type { Mutant } from "./mutant.ts";
import { withPlanted, type Stillborn } from "./plant.ts";

/** Planting leaves dead rows in the catalog only, and few. */
const itemsPerClone = 250;

/** What planting a mutant makes of the schema. */
type Planted = { readonly digest: string } | Stillborn;

/**
 * Plants each mutant once and says which need not be shown to any test: those that PostgreSQL refuses, those that
 * change nothing, and those that make the same schema as one before them. A mutant that has to be committed is not
 * tried here.
 *
 * @returns the verdicts by mutant; one without a verdict has to be judged by tests
 */
export async function siftMutants(
    cluster: Cluster,
    template: Template,
    mutants: readonly Mutant[],
    progress: Progress,
): Promise<Map<Mutant, Verdict>> {
    progress.step(`plant ${mutants.length} defects`);
    const verdicts = new Map<Mutant, Verdict>();
    for (const mutant of mutants) if (mutant.ineffective) verdicts.set(mutant, mutant.ineffective);
    const tried = mutants.filter((mutant) => !mutant.ineffective && mutant.planting === "transaction");
    const wholes = new Set<string>();
    const planted = await inShifts(
        { cluster, template, itemsPerClone },
        tried,
        async (client, mutant): Promise<Planted> => {
            if (wholes.size === 0) wholes.add(await fingerprint(client));
            return withPlanted(client, [mutant], async () => ({ digest: await fingerprint(client) }));
        },
        (done) => progress.advance(done, tried.length, "mutants"),
    );
    const first = new Map<string, Mutant>();
    for (const [place, mutant] of tried.entries()) {
        const result = planted[place];
        if (!result) continue;
        if ("kind" in result) verdicts.set(mutant, result);
        else if (wholes.has(result.digest))
            verdicts.set(mutant, { kind: "equivalent", reason: "the catalog is the same with it" });
        else if (first.has(result.digest))
            verdicts.set(mutant, {
                kind: "duplicate",
                reason: `it makes the schema of ${first.get(result.digest)?.id}`,
            });
        else first.set(result.digest, mutant);
    }
    return verdicts;
}
