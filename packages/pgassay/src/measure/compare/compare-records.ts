import { workChanges, type CaseComparison, type Comparison } from "../../core/comparison.ts";
import { compareText } from "../../core/finding.ts";
import { subjectOf, type RunRecord } from "../../core/run-record.ts";

/**
 * Compares the plans and counts of two run records. Times are not compared: those of two runs differ by tens of per
 * cent on a machine that nobody changed, and no later arithmetic takes that out.
 *
 * @param names what to call the two
 */
export function compareRecords(
    base: RunRecord,
    head: RunRecord,
    names: { readonly base: string; readonly head: string },
): Comparison {
    const before = new Map(base.plans.map((plan) => [subjectOf(plan), plan]));
    const now = new Map(head.plans.map((plan) => [subjectOf(plan), plan]));
    const reasons = circumstancesThatDiffer(base, head);
    const cases = [...new Set([...before.keys(), ...now.keys()])].toSorted(compareText).flatMap((subject) => {
        const [old, fresh] = [before.get(subject), now.get(subject)];
        const plan = fresh ?? old;
        if (!plan) return [];
        const one: CaseComparison = {
            query: plan.query,
            case: plan.case,
            ...(old && { base: old }),
            ...(fresh && { head: fresh }),
            work: old && fresh ? workChanges(old, fresh) : [],
            incomparable: old && fresh ? reasons : [],
        };
        return [one];
    });
    return { ...names, cases };
}

/** What the two runs were made on, as far as plans and counts depend on it. */
function circumstancesThatDiffer(base: RunRecord, head: RunRecord): string[] {
    const facts = ({ server, dataset }: RunRecord): [string, string][] => [
        ["the server's version", server.version],
        ["the dataset", `${dataset.name} at scale ${dataset.scale} of seed ${dataset.seed}`],
        ["the digest of the dataset", dataset.digest],
        ...Object.entries(server.settings).map(([name, value]): [string, string] => [`setting ${name}`, value]),
    ];
    const after = new Map(facts(head));
    return facts(base).flatMap(([what, before]) => {
        const now = after.get(what);
        return now === before ? [] : [`${what} was ${before} and is ${now ?? "unknown"}`];
    });
}
