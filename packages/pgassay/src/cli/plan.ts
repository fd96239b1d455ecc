import { relative } from "node:path";
import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import { exitCodeOf } from "../core/finding.ts";
import { silent } from "../core/progress.ts";
import { subjectOf } from "../core/run-record.ts";
import { acceptPlans } from "../plan/golden/accept.ts";
import type { Acceptance } from "../plan/golden/accept.ts";
import { renderFindings } from "../report/findings.ts";
import { renderAcceptance, renderPlan } from "../report/plan.ts";
import { chooseQueries, type ChosenQueries } from "./chosen-queries.ts";
import { defineCommand, type Context } from "./command.ts";
import { datasetFlags } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { measureSizes } from "./measured-sizes.ts";
import { plansAtScales } from "./modelled-goldens.ts";
import { collectGarbageEarly } from "./modest-memory.ts";
import { showModelled } from "./plan-modelled.ts";
import { runQueries } from "./run-queries.ts";
import { configFor, required } from "./settings.ts";

/** The flags that were given. */
export interface PlanValues {
    readonly accept?: true;
    readonly reason?: string;
    readonly modelled?: string;
    readonly growth?: true;
    readonly scale?: string;
    readonly seed?: string;
    readonly json?: true;
    readonly sarif?: string;
    readonly junit?: string;
    readonly "database-url"?: string;
}

export const planCommand = defineCommand("plan", {
    flags: {
        accept: { type: "boolean", help: "make the plans the accepted ones: write them to the directory `goldens`" },
        reason: { type: "string", value: "TEXT", help: "why they are accepted; it goes into the files that change" },
        modelled: {
            type: "string",
            value: "SCALES",
            help: "show plans at other sizes than the accepted ones, such as 0.01,1,100,10000; nothing is executed",
        },
        growth: {
            type: "boolean",
            help: "execute every case at the scales `model.measured` too, and show how the blocks it touches grow",
        },
        ...datasetFlags,
        ...findingFlags,
    },
    notes:
        "A query is named by its place below the directory `queries` of the configuration: task, or task/my_open_tasks.\n" +
        "Its header says which index serves it and how many blocks it may touch; accepted plans are in `goldens`.",
    async run(values, operands, context) {
        collectGarbageEarly();
        const config = await configFor(values, context);
        if (values.reason !== undefined && (!values.accept || !/^[^\n]*\S[^\n]*$/.test(values.reason))) {
            throw usageError({
                tried: "read --reason",
                happened: values.accept ? "it is not one line of text" : "there is no --accept, so nothing is accepted",
                remedy: 'say both, such as --accept --reason "the new index serves it"',
            });
        }
        if (values.accept && values.growth) {
            throw usageError({
                tried: "run `pgassay plan --accept --growth`",
                happened: "growth is held against the headers of the queries, and there is nothing of it to accept",
                remedy: "leave out --growth or --accept",
            });
        }
        const queries = await chooseQueries("plan", config, operands);
        if (values.modelled !== undefined) return showModelled(config, values.modelled, values, queries, context);
        return values.accept ? accept(config, values, queries, context) : check(config, values, queries, context);
    },
});

async function check(config: Config, values: PlanValues, queries: ChosenQueries, context: Context): Promise<number> {
    const measured = values.growth ? await measureSizes(config, values, queries, context) : undefined;
    const record = await alongside(plansAtScales(config, values, queries, quietly(context)), (modelled) =>
        runQueries("plan", config, values, queries, context, {
            modelled,
            ...(measured && { measured }),
        }),
    );
    context.print(values.json ? JSON.stringify(record) : renderPlan(record, context));
    await writeFindingFiles(
        { verb: "plan", findings: record.findings, looked: record.plans.map(subjectOf), config },
        values,
        context,
    );
    return exitCodeOf(record.findings);
}

async function accept(config: Config, values: PlanValues, queries: ChosenQueries, context: Context): Promise<number> {
    const directory = required(config, "goldens", "plan --accept");
    let acceptance: Acceptance = { written: [], unchanged: [], removed: [] };
    const accepted = plansAtScales(config, values, queries, quietly(context)).then((plans) => ({
        ...plans,
        // What is accepted is no change any more.
        findings: plans.findings.filter(({ code }) => code !== "plan-changed"),
    }));
    const { findings } = await alongside(accepted, (modelled) =>
        runQueries("plan", config, values, queries, context, {
            modelled,
            async judge(planned) {
                acceptance = await acceptPlans(directory, planned, values.reason?.trim());
                return { results: planned.results, others: [] };
            },
        }),
    );
    const shown = relative(context.workingDirectory, directory) || ".";
    const text = renderAcceptance(acceptance, shown) + renderFindings(findings, context);
    context.print(values.json ? JSON.stringify({ ...acceptance, findings }) : text.trimEnd());
    await writeFindingFiles({ verb: "plan", findings, config }, values, context);
    return exitCodeOf(findings);
}

/** Of two works at once one tells how far it is. */
function quietly(context: Context): Context {
    return { ...context, progress: silent };
}

/**
 * Hands work that has begun to other work that needs it in the end, and leaves neither behind when one fails. Each
 * has a server of its own, for which Node.js waits most of the time.
 */
async function alongside<A, B>(begun: Promise<A>, use: (begun: Promise<A>) => Promise<B>): Promise<B> {
    // Whoever awaits it is told when it fails; until then nobody is, and that is no crash.
    begun.catch(() => {});
    try {
        return await use(begun);
    } finally {
        await Promise.allSettled([begun]);
    }
}
