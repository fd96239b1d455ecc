import { relative } from "node:path";
import { exitCodeOf } from "../core/finding.ts";
import { subjectOf } from "../core/run-record.ts";
import { addToHistory } from "../measure/history/add-to-history.ts";
import { timeAgainstReference, type TimedAgainstReference } from "../measure/history/time-against-reference.ts";
import { measureLatency } from "../measure/latency.ts";
import { defaultLatencyOptions } from "../measure/measure-case.ts";
import { writeRun } from "../measure/run-record-file.ts";
import { defaultSessionSize } from "../measure/time-session.ts";
import { renderBench } from "../report/bench.ts";
import { chooseQueries } from "./chosen-queries.ts";
import { defineCommand } from "./command.ts";
import { datasetFlags } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { runQueries, type Work } from "./run-queries.ts";
import { configFor, required } from "./settings.ts";

/** Pairs of sessions that a case is timed in for the history: as many as `compare` takes for a round. */
const turns = 20;

export const benchCommand = defineCommand("bench", {
    flags: {
        ...datasetFlags,
        ...findingFlags,
        history: {
            type: "boolean",
            help: "also time every case against the reference, and add the run to the history",
        },
    },
    notes:
        "A case over its target is measured again before it counts as a miss. The run record, with every sample,\n" +
        "goes to the directory `runs` of the configuration; `pgassay history` shows what --history added.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        const runs = required(config, "runs", "bench");
        const history = values.history && required(config, "history", "bench --history");
        const timed: TimedAgainstReference[] = [];
        const queries = await chooseQueries("bench", config, operands);
        const work: Work = {
            async time({ cluster, template, cases }) {
                const { progress } = context;
                const latencies = await measureLatency(cluster, template, cases, defaultLatencyOptions, progress);
                if (history !== undefined) {
                    const options = { turns, session: defaultSessionSize };
                    timed.push(...(await timeAgainstReference(cluster, template, cases, options, progress)));
                }
                return latencies;
            },
        };
        const record = await runQueries("bench", config, values, queries, context, work);
        const { findings, plans } = record;
        context.print(values.json ? JSON.stringify(record) : renderBench(record, context));
        await writeFindingFiles({ verb: "bench", findings, looked: plans.map(subjectOf), config }, values, context);
        context.note(`run record: ${relative(context.workingDirectory, await writeRun(runs, record))}`);
        if (history !== undefined) {
            const file = await addToHistory(history, record, timed);
            context.note(`history: ${relative(context.workingDirectory, file)}`);
        }
        return exitCodeOf(findings);
    },
});
