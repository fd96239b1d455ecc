import { relative } from "node:path";
import { exitCode, usageError } from "../core/errors.ts";
import { acceptPlans } from "../plan/golden/accept.ts";
import type { Acceptance } from "../plan/golden/accept.ts";
import { renderFindings } from "../report/findings.ts";
import { renderAcceptance, renderPlan } from "../report/plan.ts";
import { defineCommand } from "./command.ts";
import { datasetFlags } from "./dataset.ts";
import { goldensOf, runQueries } from "./run-queries.ts";
import { configFor, required } from "./settings.ts";

export const planCommand = defineCommand({
    name: "plan",
    summary: "plan and execute every query, and hold plans and buffers against headers and accepted plans",
    operands: "[areas or queries]",
    flags: {
        accept: { type: "boolean", help: "make the plans the accepted ones: write them to the directory `goldens`" },
        reason: { type: "string", value: "TEXT", help: "why they are accepted; it goes into the files that change" },
        ...datasetFlags,
    },
    notes: "A query is named by its place below the queries directory: task, or task/my_open_tasks.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        if (values.reason !== undefined && (!values.accept || !/^[^\n]*\S[^\n]*$/.test(values.reason))) {
            throw usageError({
                tried: "read --reason",
                happened: values.accept ? "it is not one line of text" : "there is no --accept, so nothing is accepted",
                remedy: 'say both, such as --accept --reason "the new index serves it"',
            });
        }
        if (!values.accept) {
            const record = await runQueries("plan", config, values, operands, context, goldensOf(config));
            context.print(values.json ? JSON.stringify(record) : renderPlan(record, context));
            return record.findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
        }
        const directory = required(config, "goldens", "plan --accept");
        let acceptance: Acceptance = { written: [], unchanged: [], removed: [] };
        const { findings } = await runQueries("plan", config, values, operands, context, async (run) => {
            acceptance = await acceptPlans(directory, run, values.reason?.trim());
            return { results: run.results, others: [] };
        });
        const shown = relative(context.workingDirectory, directory) || ".";
        const text = renderAcceptance(acceptance, shown) + renderFindings(findings, context);
        context.print(values.json ? JSON.stringify({ ...acceptance, findings }) : text.trimEnd());
        return findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
    },
});
