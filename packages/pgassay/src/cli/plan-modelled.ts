import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import { underRules } from "../core/finding-policy.ts";
import { exitCodeOf } from "../core/finding.ts";
import { modelledRecord } from "../core/modelled-record.ts";
import { caseGrowth } from "../core/query-growth.ts";
import { subjectOf } from "../core/run-record.ts";
import { checkGrowth } from "../plan/check-growth.ts";
import { renderModelled } from "../report/modelled.ts";
import type { ChosenQueries } from "./chosen-queries.ts";
import { positiveNumber, type Context } from "./command.ts";
import { writeFindingFiles } from "./finding-files.ts";
import { planModelled, withModeller } from "./modelled.ts";
import type { PlanValues } from "./plan.ts";
import { rulesOf, serverUrl } from "./settings.ts";

/** Plans at any modelled scales, to look at: nothing is compared with what was accepted. */
export async function showModelled(
    config: Config,
    scales: string,
    values: PlanValues,
    { queries }: ChosenQueries,
    context: Context,
): Promise<number> {
    const other = (["scale", "seed", "growth", "accept"] as const).find((flag) => values[flag] !== undefined);
    if (other !== undefined) {
        throw usageError({
            tried: "plan at modelled scales",
            happened:
                other === "accept"
                    ? "--accept accepts plans at the scales that the configuration names, and at no others"
                    : `--${other} is about the loaded dataset, and here none is loaded`,
            remedy: `leave out --${other} or --modelled`,
        });
    }
    const wanted = [...new Set(scales.split(",").map((scale) => positiveNumber("modelled", scale, 1)))];
    const { progress } = context;
    const result = await withModeller(config, queries, serverUrl(values, context), progress, async (modeller) => ({
        cases: await planModelled(
            modeller,
            wanted.toSorted((a, b) => a - b),
            progress,
        ),
        findings: [...modeller.findings, ...modeller.outgrownAt(wanted)],
    }));
    const cases = "stale" in result ? [] : result.cases.map((one) => ({ ...one, growth: caseGrowth(one) }));
    const found = "stale" in result ? result.stale : [...result.findings, ...checkGrowth(cases, queries)];
    const findings = underRules(found, rulesOf(config), context.now());
    const calls = "stale" in result ? [] : queries.filter(({ kind }) => kind === "call").map(({ id }) => id);
    context.print(
        values.json ? JSON.stringify(modelledRecord(cases, findings)) : renderModelled(cases, calls, findings, context),
    );
    await writeFindingFiles({ verb: "plan", findings, looked: cases.map(subjectOf), config }, values, context);
    return exitCodeOf(findings);
}
