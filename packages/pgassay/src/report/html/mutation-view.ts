import { compareText } from "../../core/finding.ts";
import type { MutationRecord } from "../../core/mutation-record.ts";
import { scoreOf } from "../../core/mutation-run.ts";
import type { MutationView } from "./report-data.ts";

/** Mutants by what they belong to and by class: the owners whose defects go unseen most often come first. */
export function mutationView({ mutants, score }: MutationRecord): MutationView {
    const classes = [...new Set(mutants.map((mutant) => mutant.class))].toSorted(compareText);
    const owners = [...new Set(mutants.map(({ owner }) => owner))].map((name) => {
        const own = mutants.filter(({ owner }) => owner === name);
        return {
            name,
            score: scoreOf(own),
            byClass: classes.map((of) => {
                const { killed, survived } = scoreOf(own.filter((mutant) => mutant.class === of));
                return killed + survived === 0 ? null : { killed, survived };
            }),
        };
    });
    return {
        score,
        classes,
        owners: owners.toSorted((a, b) => b.score.survived - a.score.survived || compareText(a.name, b.name)),
        survivors: mutants.filter(({ verdict }) => verdict.kind === "survived"),
    };
}
