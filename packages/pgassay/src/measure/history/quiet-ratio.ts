import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { median } from "../../core/statistics/median.ts";
import type { Ratio, SessionPair } from "../../core/statistics/session-ratio.ts";
import { quantile } from "../quantile.ts";

/** The sessions that count: of twenty the second fastest, which one that is fast by accident does not move. */
const quietPercent = 10;

const resamples = 400;

/** The same sessions give the same interval, whoever computes it, and when. */
const seed = 1;

/**
 * How many times as long head takes as base when nothing disturbs either: the ratio of the tenth percentiles of their
 * sessions, with a 95 % interval by resampling pairs.
 *
 * What else a machine does can only make a session slower, a short statement up to twice and a long one by less, so that no
 * ratio of disturbed sessions tells what one of quiet ones would. `compare` asks whether two medians of one night differ;
 * nights have to agree with each other, and the share of their disturbed sessions does not.
 */
export function quietRatio(pairs: readonly SessionPair[]): Ratio {
    const sessions = pairs.map(({ base, head }) => ({ base: median(base), head: median(head) }));
    const random = xoroshiro128plus(seed);
    const ratios = Array.from({ length: resamples }, () =>
        ratioOf(sessions.map((one) => sessions[uniformInt(random, 0, sessions.length - 1)] ?? one)),
    ).toSorted((a, b) => a - b);
    const at = (share: number): number => ratios[Math.round(share * (ratios.length - 1))] ?? 0;
    return { ratio: ratioOf(sessions), low: at(0.025), high: at(0.975) };
}

function ratioOf(sessions: readonly { readonly base: number; readonly head: number }[]): number {
    const quiet = (values: readonly number[]): number =>
        quantile(
            values.toSorted((a, b) => a - b),
            quietPercent,
        );
    return quiet(sessions.map(({ head }) => head)) / quiet(sessions.map(({ base }) => base));
}
