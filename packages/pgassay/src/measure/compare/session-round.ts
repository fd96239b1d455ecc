import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import type { Round } from "../../core/comparison.ts";
import type { BoundCase } from "../../core/query.ts";
import { median } from "../../core/statistics/median.ts";
import { rankTest } from "../../core/statistics/rank-test.ts";
import { sessionRatio, type SessionPair } from "../../core/statistics/session-ratio.ts";
import type { Database } from "../../server/cluster.ts";
import { shuffled } from "../../core/statistics/shuffled.ts";
import { timeSession, type Session, type SessionSize } from "../time-session.ts";

/** A side of a comparison: a database, and the case as it is bound there. */
export interface Arm {
    readonly database: Database;
    readonly bound: BoundCase;
}

/** The arms that take part in a round, each once in every turn. */
export interface Arms {
    readonly base: Arm;
    /** The same as base: what differs between the two is what this machine does to equal things. */
    readonly control: Arm;
    readonly head: Arm;
}

export const armNames: readonly (keyof Arms)[] = ["base", "control", "head"];

/** What a round measured: head against base, and base against itself. */
export interface Rounds {
    readonly clock: Session["clock"];
    readonly change: Round;
    readonly control: Round;
}

/**
 * One session of each arm a turn, in random order, `turns` times over. What the machine does for a while (another
 * process, another frequency) then falls on all arms alike, and what a session has of its own is averaged over many.
 */
export async function timeRound(
    arms: Arms,
    turns: number,
    size: SessionSize,
    random: RandomGenerator,
): Promise<Rounds> {
    const sessions: Record<keyof Arms, Session[]> = { base: [], control: [], head: [] };
    for (let turn = 0; turn < turns; turn++) {
        for (const name of shuffled(armNames, random)) {
            const { database, bound } = arms[name];
            sessions[name].push(await timeSession(database, bound, size));
        }
    }
    const isCpu = Object.values(sessions).every((arm) => arm.every(({ clock }) => clock === "cpu"));
    return {
        clock: isCpu ? "cpu" : "wall",
        change: roundOf(sessions.base, sessions.head),
        control: roundOf(sessions.base, sessions.control),
    };
}

function roundOf(base: readonly Session[], head: readonly Session[]): Round {
    const pairs: SessionPair[] = base.map(({ timesUs }, i) => ({ base: timesUs, head: head[i]?.timesUs ?? [] }));
    const medians = (side: keyof SessionPair): number[] => pairs.map((pair) => median(pair[side]));
    return { pairs, ratio: sessionRatio(pairs), p: rankTest(medians("base"), medians("head")).p };
}
