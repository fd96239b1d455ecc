import { relative } from "node:path";
import { exitCode } from "../core/errors.ts";
import { writeRun } from "../measure/run-record-file.ts";
import { renderBench } from "../report/bench.ts";
import { defineCommand } from "./command.ts";
import { datasetFlags } from "./dataset.ts";
import { goldensOf, runQueries } from "./run-queries.ts";
import { configFor, required } from "./settings.ts";

export const benchCommand = defineCommand({
    name: "bench",
    summary: "plan every query and time it, hold it against budgets and targets, and write a run record",
    operands: "[areas or queries]",
    flags: datasetFlags,
    notes:
        "A case over its target is measured again before it counts as a miss. The run record, with every sample,\n" +
        "goes to the directory `runs` of the configuration.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        const directory = required(config, "runs", "bench");
        const record = await runQueries("bench", config, values, operands, context, goldensOf(config));
        const file = relative(context.workingDirectory, await writeRun(directory, record));
        context.print(values.json ? JSON.stringify(record) : `${renderBench(record, context)}run record: ${file}`);
        return record.findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
    },
});
