import { describe, expect, it } from "vitest";
import type { Round } from "../../../src/core/comparison.ts";
import {
    callsForAnother,
    judgeTimes,
    type Measured,
    type TimeJudgement,
} from "../../../src/measure/compare/judge-times.ts";
import type { Rounds } from "../../../src/measure/compare/session-round.ts";

const round = (p: number, ratio: number, spread = 0.02): Round => ({
    pairs: [],
    ratio: { ratio, low: ratio * (1 - spread), high: ratio * (1 + spread) },
    p,
});
const quiet = round(0.5, 1);
const rounds = (change: Round, control = quiet): Rounds => ({ clock: "cpu", change, control });
const judge = (...measured: Omit<Measured, "subject">[]): TimeJudgement =>
    judgeTimes(measured.map((one, i) => ({ subject: `task/open#case ${i + 1}`, ...one })));
const verdicts = (...measured: Parameters<typeof judge>): string[] =>
    judge(...measured).times.map(({ verdict }) => verdict);

describe("a verdict on times", () => {
    const slower = rounds(round(0.001, 1.2));

    it("needs two rounds that agree", () => {
        expect(verdicts({ first: slower, again: slower })).toEqual(["slower"]);
        expect(verdicts({ first: slower, again: rounds(quiet) })).toEqual(["same"]);
        expect(verdicts({ first: slower, again: rounds(round(0.001, 0.8)) })).toEqual(["cannot tell"]);
        expect(verdicts({ first: slower })).toEqual(["cannot tell"]);
    });

    it("knows faster from slower", () => {
        const faster = rounds(round(0.001, 0.7));
        expect(verdicts({ first: faster, again: faster })).toEqual(["faster"]);
    });

    it("passes over a change that is certain and small", () => {
        expect(callsForAnother(rounds(round(1e-9, 1.04)))).toBe(false);
        expect(verdicts({ first: rounds(round(1e-9, 1.02)) })).toEqual(["same"]);
    });

    it("passes over a change that is large and may be chance", () => {
        expect(callsForAnother(rounds(round(0.06, 1.5)))).toBe(false);
        expect(verdicts({ first: rounds(round(0.06, 1.5)) })).toEqual(["cannot tell"]);
    });

    it("asks again on a suspicion, and says something only when that is certain", () => {
        const suspected = rounds(round(0.04, 1.2));
        expect(callsForAnother(suspected)).toBe(true);
        expect(verdicts({ first: suspected, again: slower })).toEqual(["slower"]);
        expect(verdicts({ first: suspected, again: suspected })).toEqual(["cannot tell"]);
    });

    it("is same only when the whole interval is within the floor", () => {
        expect(verdicts({ first: rounds(round(0.5, 1, 0.04)) })).toEqual(["same"]);
        expect(verdicts({ first: rounds(round(0.5, 1, 0.06)) })).toEqual(["cannot tell"]);
    });

    it("asks more of the second round the more cases were asked again", () => {
        const weak = { first: slower, again: rounds(round(0.006, 1.2)) };
        expect(verdicts(weak)).toEqual(["slower"]);
        expect(verdicts(weak, weak)).toEqual(["cannot tell", "cannot tell"]);
    });

    it("counts for nothing when base differs from itself", () => {
        const restless = rounds(quiet, round(0.001, 1.2));
        expect(callsForAnother(restless)).toBe(true);
        const alarmed = judge({ first: restless, again: restless }, { first: slower, again: slower });
        expect(alarmed.times.map(({ verdict }) => verdict)).toEqual(["cannot tell", "cannot tell"]);
        expect(alarmed.doubted).toContain(
            "base differed from itself in task/open#case 1 by 1.20× (1.18–1.22), then 1.20× (1.18–1.22): this machine",
        );
        const once = judge({ first: restless, again: rounds(quiet) });
        expect([once.doubted, once.times[0]?.verdict]).toEqual([undefined, "same"]);
    });
});
