import { exitCode } from "../core/errors.ts";
import { renderPlan } from "../report/plan.ts";
import { defineCommand } from "./command.ts";
import { datasetFlags } from "./dataset.ts";
import { runQueries } from "./run-queries.ts";
import { configFor } from "./settings.ts";

export const planCommand = defineCommand({
    name: "plan",
    summary: "plan and execute every query, and hold plans and buffers against the headers",
    operands: "[areas or queries]",
    flags: datasetFlags,
    notes: "A query is named by its place below the queries directory: task, or task/my_open_tasks.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        const record = await runQueries("plan", config, values, operands, context);
        context.print(values.json ? JSON.stringify(record) : renderPlan(record, context));
        return record.findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
    },
});
