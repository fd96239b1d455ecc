import {
    planChanged,
    workChanges,
    type CaseCause,
    type CaseComparison,
    type CauseKind,
    type Comparison,
} from "../../core/comparison.ts";
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
    const differing = circumstancesThatDiffer(base, head);
    const incomparable = differing.map(({ what }) => what);
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
            incomparable: old && fresh ? incomparable : [],
        };
        const differs = planChanged(one) || one.work.length > 0;
        return [differs && differing.length > 0 ? { ...one, cause: causeIn(differing) } : one];
    });
    return { ...names, cases };
}

/** Something about the ground of a run that is another one. */
interface Circumstance {
    readonly kind: CauseKind;
    /** A clause: `setting work_mem was 4MB and is 64MB`. */
    readonly what: string;
}

/** Without the databases nothing can be planned again; but other ground is cause enough. */
function causeIn(differing: readonly Circumstance[]): CaseCause {
    const kinds = [...new Set(differing.map(({ kind }) => kind))];
    return { kinds, what: differing.map(({ what }) => what).join(" and "), isProved: false };
}

/** What the two runs were made on, as far as plans and counts depend on it. */
function circumstancesThatDiffer(base: RunRecord, head: RunRecord): Circumstance[] {
    const facts = ({ server, dataset }: RunRecord): readonly [CauseKind, what: string, value: string][] => [
        ["server", "the server's version", server.version],
        ["statistics", "the dataset", `${dataset.name} at scale ${dataset.scale} of seed ${dataset.seed}`],
        ...Object.entries(server.settings).map(([name, value]): [CauseKind, string, string] => [
            "setting",
            `setting ${name}`,
            value,
        ]),
    ];
    const after = new Map(facts(head).map(([, what, value]) => [what, value]));
    return facts(base).flatMap(([kind, what, before]) => {
        const now = after.get(what);
        return now === before ? [] : [{ kind, what: `${what} was ${before} and is ${now ?? "unknown"}` }];
    });
}
