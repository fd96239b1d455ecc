import { relative } from "node:path";
import { exitCode, usageError } from "../core/errors.ts";
import { findingsOfHistory } from "../measure/history/findings-of-history.ts";
import { readHistory } from "../measure/history/history-files.ts";
import { trendsOf, window } from "../measure/history/trends.ts";
import { renderHistory } from "../report/history.ts";
import { defineCommand } from "./command.ts";
import { configFor, required } from "./settings.ts";

export const historyCommand = defineCommand({
    name: "history",
    summary: "show how the times of each query went over the nights, and which change the last one brought to light",
    flags: {},
    notes:
        `Looks at the last ${window} runs that \`pgassay bench --history\` added. Exits with 1 when the last of them is the\n` +
        "first to show that a case became slower; the run after it does not tell the same again.",
    async run(values, _, context) {
        const config = await configFor(values, context);
        const directory = required(config, "history", "history");
        const runs = await readHistory(directory, window);
        const latest = runs.at(-1);
        if (!latest) {
            throw usageError({
                tried: `show the history in ${relative(context.workingDirectory, directory) || "."}`,
                happened: "there is no run in it",
                remedy: "add one with `pgassay bench --history`",
            });
        }
        const trends = trendsOf(runs);
        const findings = findingsOfHistory(latest, trends);
        context.print(
            values.json ? JSON.stringify({ trends, findings }) : renderHistory(trends, findings, runs.length, context),
        );
        return findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
    },
});
