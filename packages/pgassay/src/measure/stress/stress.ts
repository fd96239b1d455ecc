import type { Progress } from "../../core/progress.ts";
import { stepName, type StressStep } from "../../core/stress-record.ts";
import type { Cluster, Template } from "../../server/cluster.ts";
import { highestThroughput, missesP99, missesThroughput, type StressTargets } from "./judge-stress.ts";
import { runStep, type StepPlan, type StressSubject } from "./run-step.ts";

/**
 * Puts a service over a dataset under one load after the other, each on a clone of its own, so that what one step wrote
 * is no burden to the next. Where a target is missed, the best step or the one of the target is repeated: only two misses
 * count.
 *
 * @param plans with a step at the rate of the target, where there is one for the p99
 * @returns a step for each plan, and perhaps one or two more
 * @throws the reason of the signal when it was aborted
 */
export async function stress(
    cluster: Cluster,
    template: Template,
    plans: readonly StepPlan[],
    subject: StressSubject,
    targets: StressTargets,
    progress: Progress,
): Promise<StressStep[]> {
    const steps: StressStep[] = [];
    const run = async (plan: StepPlan): Promise<void> => {
        progress.step(`stress, step ${steps.length + 1}: ${stepName(plan)}`);
        const step = await cluster.withClone(template, (clone) => runStep(clone, plan, subject));
        subject.signal.throwIfAborted();
        steps.push(step);
    };
    for (const plan of plans) await run(plan);
    const atTarget = plans.find(({ way, ratePerSecond }) => way === "http" && ratePerSecond === targets.perSecond);
    if (missesP99(steps, targets) && atTarget) await run(atTarget);
    if (missesThroughput(steps, targets)) {
        const best = steps.findIndex((step) => step.answeredPerSecond === highestThroughput(steps));
        const plan = plans[best];
        if (plan?.way === "http") await run(plan);
    }
    return steps;
}
