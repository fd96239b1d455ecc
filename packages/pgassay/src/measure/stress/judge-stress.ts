import { sortFindings, type Finding } from "../../core/finding.ts";
import { subjectOf } from "../../core/run-record.ts";
import { stepName, type StressStep } from "../../core/stress-record.ts";

/** What the steps of a run give cause to mend. Whatever is wrong with an answer or a write is an error. */
export function judgeStress(steps: readonly StressStep[], targetPerSecond: number | undefined): Finding[] {
    const found = steps.flatMap((step) => [
        ...answersMoved(step),
        ...answersWrong(step),
        ...writesLost(step),
        ...requestsFailed(step),
    ]);
    return sortFindings([...found, ...belowTarget(steps, targetPerSecond)]);
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
            message: `${one.wrong} answers are not what the database answers when nobody else is at work (${stepName(step)})`,
        }));
}

function writesLost(step: StressStep): Finding[] {
    return step.writes.flatMap((writes): Finding[] => {
        const { acknowledged, unanswered, found } = writes;
        if (found >= acknowledged && found <= acknowledged + unanswered) return [];
        const leeway = unanswered > 0 ? `, ${unanswered} were left without an answer` : "";
        const message = `${acknowledged} writes were acknowledged${leeway}, and ${found} are there (${stepName(step)})`;
        return [{ code: "stress-write-lost", severity: "error", subject: subjectOf(writes), message }];
    });
}

function requestsFailed(step: StressStep): Finding[] {
    const failed = step.failures.reduce((sum, { requests }) => sum + requests, 0);
    if (failed === 0) return [];
    const detail = step.failures.map(({ reason, requests }) => `${requests} × ${reason}`).join("\n");
    const message = `${failed} requests failed, ${step.answered} were answered`;
    return [{ code: "stress-request-failed", severity: "error", subject: stepName(step), message, detail }];
}

function belowTarget(steps: readonly StressStep[], targetPerSecond: number | undefined): Finding[] {
    const highest = highestThroughput(steps);
    if (targetPerSecond === undefined || highest >= targetPerSecond) return [];
    const message = `the service answers ${Math.floor(highest)} requests a second at most; its target is ${targetPerSecond}`;
    return [{ code: "stress-below-target", severity: "error", subject: "the mix", message }];
}

/** Most requests a second that the service answered at any load. */
export function highestThroughput(steps: readonly StressStep[]): number {
    return Math.max(0, ...steps.filter(({ way }) => way === "http").map((step) => step.answeredPerSecond));
}
