import { historyHead, type HistoryCase, type HistoryRun } from "../../core/history.ts";
import { subjectOf, type RunRecord } from "../../core/run-record.ts";
import { newAlerts } from "./alerts.ts";
import { appendHistory, readHistory } from "./history-files.ts";
import { referenceVersion } from "./reference.ts";
import type { TimedAgainstReference } from "./time-against-reference.ts";
import { trendsOf, window } from "./trends.ts";

/**
 * Adds a run to the history, with the alerts that it is the first to give cause for.
 *
 * @param timed what was measured of each case; its plan is in the record
 * @returns the path of the file
 */
export async function addToHistory(
    directory: string,
    { startedAt, pgassay, commit, server, dataset, machine, plans }: RunRecord,
    timed: readonly TimedAgainstReference[],
): Promise<string> {
    const planOf = new Map(plans.map((plan) => [subjectOf(plan), plan]));
    const cases = timed.flatMap((times): HistoryCase[] => {
        const plan = planOf.get(subjectOf(times));
        if (!plan) return [];
        return [{ kind: "case", ...times, tree: plan.tree, blocks: plan.buffers.hit + plan.buffers.read }];
    });
    const facts = { startedAt, pgassay, ...(commit && { commit }), server, dataset, machine };
    const head = historyHead({ ...facts, reference: referenceVersion });
    const earlier = await readHistory(directory, window);
    const run: HistoryRun = { head, cases, alerts: [] };
    return appendHistory(directory, { ...run, alerts: newAlerts(trendsOf([...earlier, run]), earlier) });
}
