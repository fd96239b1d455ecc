import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { counted } from "../../core/counted.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import type { Cluster, Database, Template } from "../../server/cluster.ts";
import { callsForAnother, judgeTimes, type Measured, type TimeJudgement } from "./judge-times.ts";
import { shuffled } from "../../core/statistics/shuffled.ts";
import { armNames, timeRound, type Arms } from "./session-round.ts";
import type { SessionSize } from "../time-session.ts";

export interface TimeOptions {
    /** Sessions of each arm in the first round; a second one has twice as many. */
    readonly turns: number;
    readonly session: SessionSize;
}

/** One case as it is bound on each side. */
export interface TimedCase {
    /** `<query>#<case>` */
    readonly subject: string;
    readonly base: BoundCase;
    readonly head: BoundCase;
}

/** What the sides are cloned from. */
export interface Templates {
    readonly base: Template;
    readonly head: Template;
}

/** Decides the order of clones and sessions; there is nothing to gain from another one. */
const seed = 1;

/**
 * Times the cases of two sides against each other by interleaved sessions, with base against itself as a control. What
 * looks changed is asked again, after all others, with twice as many new sessions on new clones: where the memory of a
 * clone happens to lie can make it some per cent faster than its twin for as long as it lives.
 */
export async function compareTimes(
    cluster: Cluster,
    templates: Templates,
    cases: readonly TimedCase[],
    { turns, session }: TimeOptions,
    progress: Progress,
): Promise<TimeJudgement> {
    const random = xoroshiro128plus(seed);
    const timeAll = async (which: readonly TimedCase[], pairs: number): Promise<Measured["first"][]> =>
        withArms(cluster, templates, random, async (databases) => {
            const rounds: Measured["first"][] = [];
            for (const one of which) {
                rounds.push(await timeRound(armsOf(one, databases), pairs, session, random));
                progress.advance(rounds.length, which.length, "case");
            }
            return rounds;
        });
    progress.step(`time ${counted(turns, "pair")} of sessions a case`);
    const first = await timeAll(cases, turns);
    const suspects = [...first.entries()].filter(([, rounds]) => callsForAnother(rounds)).map(([index]) => index);
    if (suspects.length > 0) progress.step("time again what looks changed");
    const again =
        suspects.length > 0
            ? await timeAll(
                  suspects.flatMap((index) => cases[index] ?? []),
                  2 * turns,
              )
            : [];
    return judgeTimes(
        first.map((rounds, index) => {
            const repeated = again[suspects.indexOf(index)];
            const subject = cases[index]?.subject ?? "";
            return { subject, first: rounds, ...(repeated && { again: repeated }) };
        }),
    );
}

type ArmDatabases = Readonly<Record<keyof Arms, Database>>;

/** Clones each arm, in random order: the first one made is not always the same one. */
async function withArms<T>(
    cluster: Cluster,
    { base, head }: Templates,
    random: RandomGenerator,
    use: (databases: ArmDatabases) => Promise<T>,
): Promise<T> {
    const made: Partial<Record<keyof Arms, Database>> = {};
    const next = async ([name, ...rest]: readonly (keyof Arms)[]): Promise<T> => {
        const { base: ofBase, control, head: ofHead } = made;
        if (name === undefined) {
            if (!ofBase || !control || !ofHead) throw new Error("an arm has no clone");
            return use({ base: ofBase, control, head: ofHead });
        }
        return cluster.withClone(name === "head" ? head : base, (clone) => {
            made[name] = clone;
            return next(rest);
        });
    };
    return next(shuffled(armNames, random));
}

function armsOf({ base, head }: TimedCase, databases: ArmDatabases): Arms {
    return {
        base: { database: databases.base, bound: base },
        control: { database: databases.control, bound: base },
        head: { database: databases.head, bound: head },
    };
}
