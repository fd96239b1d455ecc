import { counted, grouped } from "../../core/counted.ts";
import { sortFindings, type Finding } from "../../core/finding.ts";
import { subjectOf } from "../../core/run-record.ts";
import { stepName, type StressStep } from "../../core/stress-record.ts";

/** What a service has to reach. */
export interface StressTargets {
    /** Requests a second. */
    readonly perSecond?: number;
    /** The p99 in milliseconds while requests arrive at that rate; needs `perSecond`. */
    readonly msP99?: number;
}

/** What the steps of a run give cause to mend. Whatever is wrong with an answer or a write is an error. */
export function judgeStress(steps: readonly StressStep[], targets: StressTargets = {}): Finding[] {
    const found = steps.flatMap((step) => [
        ...answersMoved(step),
        ...answersWrong(step),
        ...writesLost(step),
        ...requestsFailed(step),
    ]);
    return sortFindings([...found, ...belowTarget(steps, targets), ...overTarget(steps, targets)]);
}

function answersMoved(step: StressStep): Finding[] {
    return step.moved.map((subject) => ({
        code: "stress-answer-moved",
        severity: "error",
        subject,
        message: `a write of the mix changes what this reads, so that no answer under load can be judged (${stepName(step)})`,
    }));
}

function answersWrong(step: StressStep): Finding[] {
    return step.cases
        .filter((one) => one.wrong > 0 && !step.moved.includes(subjectOf(one)))
        .map((one) => ({
            code: "stress-answer-wrong",
            severity: "error",
            subject: subjectOf(one),
            message: `${counted(one.wrong, "answer")} ${one.wrong === 1 ? "is" : "are"} not what the database answers when nobody else is at work (${stepName(step)})`,
        }));
}

function writesLost(step: StressStep): Finding[] {
    return step.writes.flatMap((writes): Finding[] => {
        const { acknowledged, unanswered, found } = writes;
        if (found >= acknowledged && found <= acknowledged + unanswered) return [];
        const leeway = unanswered > 0 ? `, ${grouped(unanswered)} left without an answer` : "";
        const message = `${counted(acknowledged, "write")} acknowledged${leeway}, ${grouped(found)} found (${stepName(step)})`;
        return [{ code: "stress-write-lost", severity: "error", subject: subjectOf(writes), message }];
    });
}

function requestsFailed(step: StressStep): Finding[] {
    const neverSent = { reason: "was due and never sent, so long did those before it take", requests: step.unsent };
    const failures = [...step.failures, ...(step.unsent > 0 ? [neverSent] : [])];
    const failed = failures.reduce((sum, { requests }) => sum + requests, 0);
    if (failed === 0) return [];
    const detail = failures.map(({ reason, requests }) => `${requests} × ${reason}`).join("\n");
    const message = `${counted(failed, "request")} failed, ${grouped(step.answered)} answered`;
    return [{ code: "stress-request-failed", severity: "error", subject: stepName(step), message, detail }];
}

/** Of requests at the rate of the target the last is answered after it was due, which is no fault of the service. */
const shareOfTarget = 0.99;

function belowTarget(steps: readonly StressStep[], targets: StressTargets): Finding[] {
    if (!missesThroughput(steps, targets)) return [];
    const highest = Math.floor(highestThroughput(steps));
    const message = `the service answers ${counted(highest, "request")} a second at most; its target is ${grouped(targets.perSecond ?? 0)}`;
    return [{ code: "stress-below-target", severity: "error", subject: "the mix", message }];
}

/** Whether the service answered fewer requests a second than its target says, at every load. */
export function missesThroughput(steps: readonly StressStep[], { perSecond }: StressTargets): boolean {
    return perSecond !== undefined && highestThroughput(steps) < perSecond * shareOfTarget;
}

/** Most requests a second that the service answered at any load. */
export function highestThroughput(steps: readonly StressStep[]): number {
    return Math.max(0, ...steps.filter(({ way }) => way === "http").map((step) => step.answeredPerSecond));
}

function overTarget(steps: readonly StressStep[], targets: StressTargets): Finding[] {
    const { perSecond, msP99 } = targets;
    if (perSecond === undefined || msP99 === undefined) return [];
    const measured = stepsAtTarget(steps, targets).map(({ latencyUs }) => (latencyUs?.p99 ?? Infinity) / 1000);
    const least = Math.min(...measured);
    if (least <= msP99) return [];
    const all = measured.map((ms) => (ms === Infinity ? "no answer" : `${ms.toFixed(1)} ms`)).join(", then ");
    const message = `at ${counted(perSecond, "request")} a second the p99 is ${all}; its target is ${msP99} ms`;
    return [{ code: "stress-over-target", severity: "error", subject: "the mix", message }];
}

/** Whether the steps at the rate of the target all missed its p99, or there is no such step. */
export function missesP99(steps: readonly StressStep[], targets: StressTargets): boolean {
    return overTarget(steps, targets).length > 0;
}

/** The steps in which the service got as many requests as it has to take. */
function stepsAtTarget(steps: readonly StressStep[], { perSecond }: StressTargets): StressStep[] {
    return steps.filter(({ way, ratePerSecond }) => way === "http" && ratePerSecond === perSecond);
}
