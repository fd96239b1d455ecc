import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { counted, grouped } from "../core/counted.ts";
import { exitCode, messageOf, usageError } from "../core/errors.ts";
import { addRecord, noInput, type NamedText } from "../core/report-input.ts";
import { writeWholeFile } from "../files/write-whole-file.ts";
import { buildReport } from "../report/html/build-report.ts";
import { readPageAssets } from "../report/html/page-assets.ts";
import { reportPage } from "../report/html/page.ts";
import { defineCommand, type Context } from "./command.ts";
import { version } from "./version.ts";

const otherwise = "pgassay-report.html";

export const reportCommand = defineCommand("report", {
    flags: {
        output: { type: "string", short: "o", value: "FILE", help: `the page; by default ${otherwise}` },
    },
    notes:
        "Of several runs the newest is shown and the others are its trend. Further records are what `compare`,\n" +
        "`indexes`, `mutate`, `plan --modelled` and `lint` print with --json. The page is one file and asks no server.",
    without: ["config", "database-url"],
    async run(values, operands, context) {
        if (operands.length === 0) {
            throw usageError({
                tried: "make a report",
                happened: "no record was named",
                remedy: "name a run record that `pgassay bench` wrote, as `pgassay report runs/*.json`",
            });
        }
        context.progress.step("read the records");
        let input = noInput;
        for (const [i, operand] of operands.entries()) {
            input = addRecord(input, await readRecord(operand, context));
            context.progress.advance(i + 1, operands.length, "record");
        }
        const data = buildReport(input, version);
        context.progress.step("write the report");
        const file = values.output ?? otherwise;
        const page = reportPage(data, await readPageAssets());
        await writeWholeFile(resolve(context.workingDirectory, file), page, "the report");
        const { queries, findings } = data.index;
        const bytes = Buffer.byteLength(page);
        const sum = `${counted(queries.length, "query")}, ${counted(findings.length, "finding")}, ${grouped(bytes / 1000)} kB`;
        context.print(
            values.json
                ? JSON.stringify({ file, bytes, queries: queries.length, findings: findings.length })
                : `${file}: ${sum}`,
        );
        return exitCode.fine;
    },
});

async function readRecord(operand: string, { workingDirectory }: Context): Promise<NamedText> {
    try {
        return { path: operand, text: await readFile(resolve(workingDirectory, operand), "utf8") };
    } catch (cause) {
        throw usageError(
            {
                tried: `read the record ${operand}`,
                happened: messageOf(cause),
                remedy: "name a file that a verb of pgassay wrote",
            },
            cause,
        );
    }
}
