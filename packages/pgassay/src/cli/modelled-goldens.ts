import type { Config } from "../config/config.ts";
import type { Finding } from "../core/finding.ts";
import { changeFindings, modelledChanges, type ModelledChange } from "../plan/golden/judge-modelled.ts";
import type { ModelledRun } from "../plan/golden/plan-run.ts";
import type { ChosenQueries } from "./chosen-queries.ts";
import type { Context } from "./command.ts";
import { datasetName } from "./dataset.ts";
import { planModelled, withModeller } from "./modelled.ts";
import { serverUrl } from "./settings.ts";

/** The plans at the scales that the configuration names, and what was found about them. */
export interface ModelledPlans {
    /** Absent where they could not be made. */
    readonly run?: ModelledRun;
    readonly findings: readonly Finding[];
}

/**
 * Plans the chosen queries at the modelled scales of the configuration, and holds the plans against the goldens. Where that
 * cannot be done a finding says why, unless another dataset was asked for than the one that was captured.
 */
export async function plansAtScales(
    config: Config,
    values: { readonly scale?: string; readonly seed?: string; readonly "database-url"?: string },
    { queries, goldens = new Map() }: ChosenQueries,
    context: Context,
): Promise<ModelledPlans> {
    const scales = (config.model?.scales ?? []).toSorted((a, b) => a - b);
    if (scales.length === 0) return { run: { scales, cases: [], figures: new Map() }, findings: [] };
    if (values.scale !== undefined || values.seed !== undefined) return { findings: [] };
    const server = serverUrl(values, context);
    if (server.url !== undefined) return { findings: [notModelled] };
    const { progress } = context;
    const result = await withModeller(config, queries, server, progress, async (modeller) => {
        const { cases, digests: figures, serverVersion, seed } = modeller;
        const ground = { serverVersion, figures, dataset: `${datasetName(config)}, seed ${seed}` };
        const changes: ModelledChange[] = [];
        const planned = await planModelled(modeller, scales, progress, async (database, plans) => {
            changes.push(...(await modelledChanges(database, cases, plans, ground, goldens)));
        });
        const findings = [...modeller.findings, ...modeller.outgrownAt(scales)];
        return { run: { scales, cases: planned, figures }, changes, findings };
    });
    if ("stale" in result) return { findings: result.stale };
    const { run, changes, findings } = result;
    return { run, findings: [...findings, ...changeFindings(changes)] };
}

const notModelled: Finding = {
    code: "scales-not-modelled",
    severity: "warning",
    subject: "model.scales",
    message:
        "plans at other sizes were not looked at: they are modelled in files of a server of our own, " +
        "and this one is somebody else's; leave DATABASE_URL and --database-url out",
};
