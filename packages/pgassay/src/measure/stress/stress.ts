import { environmentError } from "../../core/errors.ts";
import type { Progress } from "../../core/progress.ts";
import { stepName, type StressStep } from "../../core/stress-record.ts";
import type { Cluster, Template } from "../../server/cluster.ts";
import { highestThroughput } from "./judge-stress.ts";
import { runStep, type StepPlan, type StressSubject } from "./run-step.ts";

/**
 * Puts a service over a dataset under one load after the other, each on a clone of its own, so that what one step wrote
 * is no burden to the next. Where the target is missed, the best step is repeated: only two misses count.
 *
 * @returns a step for each plan, and perhaps one more
 * @throws an environment error when it was interrupted
 */
export async function stress(
    cluster: Cluster,
    template: Template,
    plans: readonly StepPlan[],
    subject: StressSubject,
    targetPerSecond: number | undefined,
    progress: Progress,
): Promise<StressStep[]> {
    const steps: StressStep[] = [];
    const run = async (plan: StepPlan): Promise<void> => {
        progress.step(`stress, step ${steps.length + 1}: ${stepName(plan)}`);
        const step = await cluster.withClone(template, (clone) => runStep(clone, plan, subject));
        if (subject.signal.aborted) {
            throw environmentError({
                tried: "finish the load",
                happened: `it was interrupted after ${steps.length} of ${plans.length} steps`,
                remedy: "run it again; nothing of it was left behind",
            });
        }
        steps.push(step);
    };
    for (const plan of plans) await run(plan);
    if (targetPerSecond !== undefined && highestThroughput(steps) < targetPerSecond) {
        const best = steps.findIndex((step) => step.answeredPerSecond === highestThroughput(steps));
        const plan = plans[best];
        if (plan?.way === "http") await run(plan);
    }
    return steps;
}
