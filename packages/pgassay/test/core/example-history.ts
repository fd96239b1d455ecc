import { historyHead, type HistoryCase, type HistoryFacts, type HistoryRun } from "../../src/core/history.ts";
import { exampleRun } from "./example-run.ts";

/** What a run of the history that never took place was made on. */
export function exampleFacts(differing: Partial<HistoryFacts> = {}): HistoryFacts {
    const { startedAt, pgassay, server, dataset, machine } = exampleRun();
    return { startedAt, pgassay, server, dataset, machine, reference: 1, ...differing };
}

/** A case that takes `ratio` times as long as the reference, with two pairs of sessions. */
export function exampleHistoryCase(ratio: number, differing: Partial<HistoryCase> = {}): HistoryCase {
    const pair = { base: [1000, 1001.5], head: [1000 * ratio, 1001.5 * ratio] };
    return {
        kind: "case",
        query: "order/latest_of_customer",
        case: "hot",
        clock: "cpu",
        ratio: { ratio, low: ratio * 0.98, high: ratio * 1.02 },
        pairs: [pair, pair],
        tree: ["Limit", "  Index Scan using orders_customer_id_created_at_idx on orders"],
        blocks: 32,
        ...differing,
    };
}

/** A run of the history with one case. */
export function exampleHistory(differing: Partial<HistoryRun> = {}): HistoryRun {
    return { head: historyHead(exampleFacts()), cases: [exampleHistoryCase(1.25)], alerts: [], ...differing };
}
