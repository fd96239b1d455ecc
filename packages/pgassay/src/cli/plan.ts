import { relative } from "node:path";
import type { Config } from "../config/config.ts";
import { exitCode, usageError } from "../core/errors.ts";
import { modelledRecord } from "../core/modelled-record.ts";
import { subjectOf } from "../core/run-record.ts";
import { acceptPlans } from "../plan/golden/accept.ts";
import type { Acceptance } from "../plan/golden/accept.ts";
import { checkGrowth } from "../plan/check-growth.ts";
import { readQueries } from "../plan/read-queries.ts";
import { renderFindings } from "../report/findings.ts";
import { renderModelled } from "../report/modelled.ts";
import { renderAcceptance, renderPlan } from "../report/plan.ts";
import { defineCommand, positiveNumber, type Context } from "./command.ts";
import { datasetFlags } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { planModelled, withModeller } from "./modelled.ts";
import { chosen, goldensOf, runQueries } from "./run-queries.ts";
import { configFor, required, serverUrl } from "./settings.ts";

export const planCommand = defineCommand({
    name: "plan",
    summary: "plan and execute every query, and hold plans and buffers against headers and accepted plans",
    operands: "[areas or queries]",
    flags: {
        accept: { type: "boolean", help: "make the plans the accepted ones: write them to the directory `goldens`" },
        reason: { type: "string", value: "TEXT", help: "why they are accepted; it goes into the files that change" },
        modelled: {
            type: "string",
            value: "SCALES",
            help: "plan at sizes that exist only in statistics, such as 0.01,1,100,10000; nothing is executed",
        },
        ...datasetFlags,
        ...findingFlags,
    },
    notes: "A query is named by its place below the queries directory: task, or task/my_open_tasks.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        if (values.modelled !== undefined) return modelled(config, values.modelled, values, operands, context);
        if (values.reason !== undefined && (!values.accept || !/^[^\n]*\S[^\n]*$/.test(values.reason))) {
            throw usageError({
                tried: "read --reason",
                happened: values.accept ? "it is not one line of text" : "there is no --accept, so nothing is accepted",
                remedy: 'say both, such as --accept --reason "the new index serves it"',
            });
        }
        if (!values.accept) {
            const record = await runQueries("plan", config, values, operands, context, { judge: goldensOf(config) });
            await writeFindingFiles(
                { verb: "plan", findings: record.findings, looked: record.plans.map(subjectOf), config },
                values,
                context,
            );
            context.print(values.json ? JSON.stringify(record) : renderPlan(record, context));
            return record.findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
        }
        const directory = required(config, "goldens", "plan --accept");
        let acceptance: Acceptance = { written: [], unchanged: [], removed: [] };
        const { findings } = await runQueries("plan", config, values, operands, context, {
            async judge(run) {
                acceptance = await acceptPlans(directory, run, values.reason?.trim());
                return { results: run.results, others: [] };
            },
        });
        await writeFindingFiles({ verb: "plan", findings, config }, values, context);
        const shown = relative(context.workingDirectory, directory) || ".";
        const text = renderAcceptance(acceptance, shown) + renderFindings(findings, context);
        context.print(values.json ? JSON.stringify({ ...acceptance, findings }) : text.trimEnd());
        return findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
    },
});

/** Plans at modelled scales, from captured statistics. */
async function modelled(
    config: Config,
    scales: string,
    values: {
        readonly scale?: string;
        readonly seed?: string;
        readonly accept?: true;
        readonly json?: true;
        readonly sarif?: string;
        readonly junit?: string;
        readonly "database-url"?: string;
    },
    operands: readonly string[],
    context: Context,
): Promise<number> {
    const other = (["scale", "seed", "accept"] as const).find((flag) => values[flag] !== undefined);
    if (other !== undefined) {
        throw usageError({
            tried: "plan at modelled scales",
            happened: `--${other} is about the loaded dataset, and here none is loaded`,
            remedy: `leave out --${other} or --modelled`,
        });
    }
    const wanted = [...new Set(scales.split(",").map((scale) => positiveNumber("modelled", scale, 1)))];
    const queries = chosen(await readQueries(required(config, "queries", "plan"), config.root), operands);
    const { progress } = context;
    const result = await withModeller(config, queries, serverUrl(values, context), progress, async (modeller) => ({
        cases: await planModelled(
            modeller,
            wanted.toSorted((a, b) => a - b),
            progress,
        ),
    }));
    const { cases, findings } =
        "stale" in result
            ? { cases: [], findings: result.stale }
            : { ...result, findings: checkGrowth(result.cases, queries) };
    await writeFindingFiles({ verb: "plan", findings, looked: cases.map(subjectOf), config }, values, context);
    context.print(
        values.json ? JSON.stringify(modelledRecord(cases, findings)) : renderModelled(cases, findings, context),
    );
    return findings.some(({ severity }) => severity === "error") ? exitCode.findings : exitCode.fine;
}
