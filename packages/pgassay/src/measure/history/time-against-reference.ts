import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { HistoryCase } from "../../core/history.ts";
import type { Progress } from "../../core/progress.ts";
import type { BoundCase } from "../../core/query.ts";
import type { SessionPair } from "../../core/statistics/session-ratio.ts";
import { shuffled } from "../../core/statistics/shuffled.ts";
import type { Cluster, Database, Template } from "../../server/cluster.ts";
import { timeSession, type Session, type SessionSize } from "../time-session.ts";
import { quietRatio } from "./quiet-ratio.ts";
import { reference } from "./reference.ts";

/** What a history keeps of the times of one case. */
export type TimedAgainstReference = Omit<HistoryCase, "kind" | "tree" | "blocks">;

export interface ReferenceOptions {
    /** Pairs of sessions of each case. */
    readonly turns: number;
    readonly session: SessionSize;
}

/** Decides which session of a pair comes first; there is nothing to gain from another one. */
const seed = 1;

/**
 * Times every case against the reference: in each turn every case gets one new session, right beside one of the reference,
 * in random order. All cases take part in all turns, so that a bad minute of the machine spoils one pair of each case and
 * not all pairs of one.
 *
 * What writes has clones and turns of its own, after what reads.
 *
 * @returns what was measured of each case, in their order
 * @throws a usage error when a case fails; an environment error when the server goes away
 */
export async function timeAgainstReference(
    cluster: Cluster,
    template: Template,
    cases: readonly BoundCase[],
    options: ReferenceOptions,
    progress: Progress,
): Promise<TimedAgainstReference[]> {
    const timed = new Map<BoundCase, TimedAgainstReference>();
    for (const isRead of [true, false]) {
        const ofKind = cases.filter(({ query }) => (query.kind === "read") === isRead);
        if (ofKind.length === 0) continue;
        progress.step(`time what ${isRead ? "reads" : "writes"} against the reference`);
        const times = await cluster.withClone(template, (clone) => timeAll(clone, ofKind, options, progress));
        for (const [index, bound] of ofKind.entries()) {
            const ofCase = times[index];
            if (ofCase) timed.set(bound, ofCase);
        }
    }
    return cases.flatMap((bound) => timed.get(bound) ?? []);
}

async function timeAll(
    clone: Database,
    cases: readonly BoundCase[],
    { turns, session }: ReferenceOptions,
    progress: Progress,
): Promise<TimedAgainstReference[]> {
    const random = xoroshiro128plus(seed);
    const sessions = cases.map((): SessionsOfCase => ({ base: [], head: [] }));
    for (let turn = 0; turn < turns; turn++) {
        progress.advance(turn, turns, "turn");
        for (const [index, bound] of cases.entries()) {
            for (const side of shuffled(["base", "head"] as const, random)) {
                const timed = await timeSession(clone, side === "base" ? reference : bound, session);
                sessions[index]?.[side].push(timed);
            }
        }
    }
    progress.advance(turns, turns, "turn");
    return cases.map(({ query, case: { name } }, index) => ({
        query: query.id,
        case: name,
        ...summarize(sessions[index] ?? { base: [], head: [] }),
    }));
}

interface SessionsOfCase {
    /** Of the reference. */
    readonly base: Session[];
    readonly head: Session[];
}

function summarize({ base, head }: SessionsOfCase): Pick<HistoryCase, "clock" | "ratio" | "pairs"> {
    const isCpu = [...base, ...head].every(({ clock }) => clock === "cpu");
    const tenths = ({ timesUs }: Session): number[] => timesUs.map((us) => Math.round(us * 10) / 10);
    const pairs = base.flatMap((one, i): SessionPair[] => {
        const other = head[i];
        return other ? [{ base: tenths(one), head: tenths(other) }] : [];
    });
    return { clock: isCpu ? "cpu" : "wall", ratio: quietRatio(pairs), pairs };
}
