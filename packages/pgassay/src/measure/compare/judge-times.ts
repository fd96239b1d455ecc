import type { Round, TimeComparison, TimeVerdict } from "../../core/comparison.ts";
import { adjustedP } from "../../core/statistics/adjusted-p.ts";
import { formatRatio } from "../../report/ratio.ts";
import type { Rounds } from "./session-round.ts";

/** A difference that could be chance more often than this is not asked about again… */
const suspicious = 0.05;

/** …and one that could be chance more often than this when it was is none: both happen to equals once in 4,000 times. */
const alpha = 0.01;

/** The smallest change worth a word: 5 %. Below it, machines differ from themselves. */
const smallestRatio = 1.05;

/** What was measured of one case: once, and again where the first round called for it. */
export interface Measured {
    /** `<query>#<case>` */
    readonly subject: string;
    readonly first: Rounds;
    readonly again?: Rounds;
}

/** The verdicts on all cases, in their order, and why none of them counts, where that is so. */
export interface TimeJudgement {
    readonly times: readonly TimeComparison[];
    readonly doubted?: string;
}

/** Whether a first round must be repeated before anything is said: because of the change, or of the control. */
export function callsForAnother({ change, control }: Rounds): boolean {
    return looksChanged(change, suspicious) || looksChanged(control, suspicious);
}

/**
 * A case became slower or faster when two rounds of new sessions say so, in one direction, each by the rank test and by
 * at least 5 %. The second round's probabilities are adjusted for the number of cases that were asked again. If base
 * differs from itself by the same rule anywhere, the machine is not fit to compare times, and no verdict counts.
 */
export function judgeTimes(measured: readonly Measured[]): TimeJudgement {
    const changes = adjusted(measured, "change");
    const controls = adjusted(measured, "control");
    const alarms = measured.flatMap(({ subject, first }, i) => {
        const again = controls[i];
        if (!again || !isConfirmed(first.control, again)) return [];
        return [`${subject} by ${formatRatio(first.control.ratio)}, then ${formatRatio(again.ratio)}`];
    });
    const times = measured.map(({ first }, i): TimeComparison => {
        const again = changes[i];
        return {
            clock: first.clock,
            first: first.change,
            ...(again && { again }),
            verdict: alarms.length > 0 ? "cannot tell" : verdictOf(first.change, again),
        };
    });
    if (alarms.length === 0) return { times };
    const where = alarms.join("; ");
    return { times, doubted: `base differed from itself in ${where}: this machine is too restless to compare times` };
}

/** The second rounds of one kind, their probabilities adjusted for one another; undefined where there was none. */
function adjusted(measured: readonly Measured[], kind: "change" | "control"): (Round | undefined)[] {
    const suspects = [...measured.entries()].filter(
        ([, { first, again }]) => again && looksChanged(first[kind], suspicious),
    );
    const probabilities = adjustedP(suspects.map(([, { again }]) => again?.[kind].p ?? 1));
    const rounds = measured.map((): Round | undefined => undefined);
    for (const [place, [index, { again }]] of suspects.entries())
        if (again) rounds[index] = { ...again[kind], p: probabilities[place] ?? 1 };
    return rounds;
}

function verdictOf(first: Round, again: Round | undefined): TimeVerdict {
    if (isConfirmed(first, again)) return first.ratio.ratio > 1 ? "slower" : "faster";
    // An interval within the floor says that a change, if there is one, is too small to matter.
    const { low, high } = (again ?? first).ratio;
    return low > 1 / smallestRatio && high < smallestRatio ? "same" : "cannot tell";
}

function isConfirmed(first: Round, again: Round | undefined): boolean {
    if (!again || !looksChanged(first, suspicious) || !looksChanged(again, alpha)) return false;
    return first.ratio.ratio > 1 === again.ratio.ratio > 1;
}

function looksChanged({ p, ratio: { ratio } }: Round, mostChance: number): boolean {
    return p < mostChance && (ratio >= smallestRatio || ratio <= 1 / smallestRatio);
}
