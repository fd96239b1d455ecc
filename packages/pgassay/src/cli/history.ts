import { relative, resolve } from "node:path";
import { exitCode, usageError } from "../core/errors.ts";
import { subjectOf } from "../core/run-record.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { findingsOfHistory } from "../measure/history/findings-of-history.ts";
import { readHistory } from "../measure/history/history-files.ts";
import { trendsOf, window } from "../measure/history/trends.ts";
import { historyMarkdown } from "../report/history-markdown.ts";
import { renderHistory } from "../report/history.ts";
import { defineCommand } from "./command.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, required } from "./settings.ts";

export const historyCommand = defineCommand("history", {
    flags: {
        ...findingFlags,
        markdown: { type: "string", value: "FILE", help: "also write what became slower as an issue, if anything did" },
    },
    notes:
        `Looks at the last ${window} runs that \`pgassay bench --history\` added. Exits with 1 when the last of them is the\n` +
        "first to show that a case became slower; the run after it does not tell the same again.",
    without: ["database-url"],
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
        const looked = trends.map(subjectOf);
        await writeFindingFiles({ verb: "history", findings, looked, config }, values, context);
        const isSlower = findings.some(({ severity }) => severity === "error");
        if (values.markdown !== undefined && isSlower) {
            const file = resolve(context.workingDirectory, values.markdown);
            await writeWholeFile(file, historyMarkdown(findings, latest.head.startedAt), "the issue");
        }
        context.print(
            values.json ? JSON.stringify({ trends, findings }) : renderHistory(trends, findings, runs.length, context),
        );
        return isSlower ? exitCode.findings : exitCode.fine;
    },
});
