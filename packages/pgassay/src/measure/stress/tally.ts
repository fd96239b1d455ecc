import type { CaseLoad, StressStep, Writes } from "../../core/stress-record.ts";
import type { Outcome } from "./drive-load.ts";
import { isRight, type KnownAnswers } from "./known-answers.ts";
import type { MixedOperation } from "./mix.ts";
import { histogramOf, spreadOf } from "./spread.ts";

/** Reasons of failures that are told apart; a reason may name an id that is new each time. */
const mostReasons = 10;
const otherReasons = "other reasons";

interface CaseTally {
    readonly latenciesUs: number[];
    wrong: number;
    refused: number;
    unanswered: number;
    /** Answered, those of the warm-up included. */
    acknowledged: number;
}

/** Counts what comes of requests, and checks each answer. */
export class Tally {
    readonly #mix: readonly MixedOperation[];
    readonly #known: KnownAnswers;
    readonly #cases: ReadonlyMap<string, CaseTally>;
    readonly #reasons = new Map<string, number>();

    constructor(mix: readonly MixedOperation[], known: KnownAnswers) {
        this.#mix = mix;
        this.#known = known;
        this.#cases = new Map(
            mix.map(({ subject }) => [
                subject,
                { latenciesUs: [], wrong: 0, refused: 0, unanswered: 0, acknowledged: 0 },
            ]),
        );
    }

    /** Counts one request. Only the time of a warm-up does not matter: what it got wrong is wrong. */
    count({ operation, answer, latencyUs }: Outcome<MixedOperation>, isWarmUp: boolean): void {
        const tally = this.#of(operation);
        if (answer.kind !== "answered") {
            tally[answer.kind]++;
            this.#countReason(answer.reason);
            return;
        }
        tally.acknowledged++;
        if (!isWarmUp) tally.latenciesUs.push(latencyUs);
        if (!isRight(operation, answer.body, this.#known)) tally.wrong++;
    }

    /** Everything that was counted, in the order of the mix. */
    summary(): Pick<StressStep, "answered" | "latencyUs" | "histogramUs" | "wrong" | "failures" | "cases"> {
        const cases = this.#mix.map((operation) => caseLoad(operation, this.#of(operation)));
        const latenciesUs = this.#mix.flatMap((operation) => this.#of(operation).latenciesUs);
        const latencyUs = spreadOf(latenciesUs);
        return {
            answered: latenciesUs.length,
            ...(latencyUs && { latencyUs }),
            histogramUs: histogramOf(latenciesUs),
            wrong: cases.reduce((sum, { wrong }) => sum + wrong, 0),
            failures: [...this.#reasons]
                .map(([reason, requests]) => ({ reason, requests }))
                .toSorted((a, b) => b.requests - a.requests),
            cases,
        };
    }

    /** What came of writes, by what their proofs yielded before and afterwards. */
    writes(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): Writes[] {
        return this.#mix
            .filter(({ writes }) => writes)
            .map((operation) => ({
                query: operation.query,
                case: operation.case,
                acknowledged: this.#of(operation).acknowledged,
                unanswered: this.#of(operation).unanswered,
                found: (after.get(operation.subject) ?? 0) - (before.get(operation.subject) ?? 0),
            }));
    }

    #of({ subject }: MixedOperation): CaseTally {
        const tally = this.#cases.get(subject);
        if (tally === undefined) throw new Error(`${subject} is not in the mix`);
        return tally;
    }

    #countReason(reason: string): void {
        const key = this.#reasons.has(reason) || this.#reasons.size < mostReasons ? reason : otherReasons;
        this.#reasons.set(key, (this.#reasons.get(key) ?? 0) + 1);
    }
}

function caseLoad(operation: MixedOperation, tally: CaseTally): CaseLoad {
    const latencyUs = spreadOf(tally.latenciesUs);
    return {
        query: operation.query,
        case: operation.case,
        answered: tally.latenciesUs.length,
        ...(latencyUs && { latencyUs }),
        wrong: tally.wrong,
        failed: tally.refused + tally.unanswered,
    };
}
