import type pg from "pg";
import type { Finding } from "../core/finding.ts";
import type { Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { BoundCase } from "../core/query.ts";
import { usageError } from "../core/errors.ts";
import type { Cluster, Database, Template } from "../server/cluster.ts";
import { withClient } from "../server/client.ts";
import type { Mutant } from "./mutant.ts";
import { plant } from "./plant.ts";
import { sideBySide } from "./side-by-side.ts";

/** Who judges mutants that only plans can notice. */
export interface PlanOracle {
    readonly template: Template;
    readonly cases: readonly BoundCase[];
    /** Plans and executes cases as `pgassay plan` does: what it calls an error, and the indexes and tables each reads. */
    readonly plan: (database: Database, cases: readonly BoundCase[]) => Promise<PlannedCases>;
    /** The foreign keys, as `pgassay lint` names them, that no index serves: no plan shows who looks for their rows. */
    readonly unserved: (client: pg.Client) => Promise<readonly string[]>;
}

/** What `pgassay plan` says of some cases. */
export interface PlannedCases {
    readonly errors: readonly Finding[];
    readonly reads: ReadonlyMap<BoundCase, { readonly indexes: readonly string[]; readonly tables: readonly string[] }>;
}

/**
 * Plants each mutant in a database with rows and lets `pgassay plan` look, those cases first that read the index, then
 * those that read its table. Each mutant has a database of its own: what a case writes and takes back stays in the way.
 *
 * @throws a usage error when a plan breaks its promises on the schema as it is
 */
export async function judgeByPlans(
    cluster: Cluster,
    oracle: PlanOracle,
    mutants: readonly Mutant[],
    progress: Progress,
): Promise<Map<string, Verdict>> {
    const { template, cases } = oracle;
    progress.step(`plan ${cases.length} cases without a defect`);
    const { errors, reads, unserved } = await cluster.withClone(template, async (clone) => ({
        unserved: await withClient(clone, oracle.unserved),
        ...(await oracle.plan(clone, cases)),
    }));
    const [error] = errors;
    if (error) {
        throw usageError({
            tried: "break indexes and see which plans notice",
            happened: `a plan is wrong on the schema as it is: ${error.code} ${error.subject}: ${error.message}`,
            remedy: "make `pgassay plan` pass first",
        });
    }
    const verdicts = new Map<string, Verdict>();
    progress.step(`show ${mutants.length} other indexes to the plans`);
    const nearness = (mutant: Mutant, bound: BoundCase): number => {
        const { indexes = [], tables = [] } = reads.get(bound) ?? {};
        if (indexes.some((name) => mutant.names.includes(name))) return 2;
        return tables.includes(`${mutant.owner.schema}.${mutant.owner.name}`) ? 1 : 0;
    };
    await sideBySide(mutants, async (mutant) => {
        const near = cases.toSorted((a, b) => nearness(mutant, b) - nearness(mutant, a));
        const verdict = await cluster.withClone(template, async (clone) => {
            const early = await withClient(clone, (client) => plantAndLint(client, mutant, oracle, unserved));
            return early ?? judge(clone, near, oracle);
        });
        verdicts.set(mutant.id, verdict);
        progress.advance(verdicts.size, mutants.length, "indexes");
    });
    return verdicts;
}

/** Plants a mutant; a verdict where PostgreSQL refuses it, or where it leaves a foreign key without its index. */
async function plantAndLint(
    client: pg.Client,
    mutant: Mutant,
    oracle: PlanOracle,
    known: readonly string[],
): Promise<Verdict | undefined> {
    const stillborn = await plant(client, mutant);
    if (stillborn) return stillborn;
    const key = (await oracle.unserved(client)).find((name) => !known.includes(name));
    if (key === undefined) return undefined;
    return { kind: "killed", by: { file: "pgassay lint", how: "plan", what: `foreign-key-without-index ${key}` } };
}

async function judge(clone: Database, cases: readonly BoundCase[], { plan }: PlanOracle): Promise<Verdict> {
    for (const bound of cases) {
        const [error] = (await plan(clone, [bound])).errors;
        if (!error) continue;
        const what = `${error.code} ${error.subject}: ${error.message}`;
        return { kind: "killed", by: { file: bound.query.file, how: "plan", what } };
    }
    return { kind: "survived" };
}
