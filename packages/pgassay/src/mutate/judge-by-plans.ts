import type pg from "pg";
import { counted } from "../core/counted.ts";
import type { Finding } from "../core/finding.ts";
import type { Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { BoundCase } from "../core/query.ts";
import { usageError } from "../core/errors.ts";
import type { Cluster, Database, Template } from "../server/cluster.ts";
import { statementError } from "../plan/statement-error.ts";
import { withClient } from "../server/client.ts";
import type { Mutant } from "./mutant.ts";
import { orderOfCases } from "./order-cases.ts";
import { plant, withPlanted } from "./plant.ts";
import { queuesSideBySide, sideBySide } from "./side-by-side.ts";

/** Who judges mutants that only plans can notice. */
export interface PlanOracle {
    readonly template: Template;
    readonly cases: readonly BoundCase[];
    /** Plans a case in the client's transaction and does not execute it; nothing for a call. */
    readonly planOnly: (client: pg.Client, bound: BoundCase) => Promise<PlannedCase | undefined>;
    /** Plans and executes cases as `pgassay plan` does. */
    readonly plan: (database: Database, cases: readonly BoundCase[]) => Promise<ReadonlyMap<BoundCase, PlannedCase>>;
    /** The foreign keys, as `pgassay lint` names them, that no index serves: no plan shows who looks for their rows. */
    readonly unserved: (client: pg.Client) => Promise<readonly string[]>;
}

/** What the plan of a case shows. */
export interface PlannedCase {
    /** What `pgassay plan` calls an error. */
    readonly errors: readonly Finding[];
    readonly indexes: readonly string[];
    readonly tables: readonly string[];
}

/**
 * Plants each mutant in a transaction and plans the cases that could notice it, without executing any: what is wrong by
 * then is wrong. Who survives this may still be noticed when the cases are executed.
 *
 * @throws a usage error when a plan breaks its promises on the schema as it is
 */
export async function judgeByPlanning(
    cluster: Cluster,
    oracle: PlanOracle,
    mutants: readonly Mutant[],
    progress: Progress,
): Promise<Map<string, Verdict>> {
    const { template, cases } = oracle;
    const verdicts = new Map<string, Verdict>();
    progress.step(`plan ${counted(cases.length, "case")} without a defect`);
    const { planned, known } = await cluster.withClone(template, (clone) =>
        withClient(clone, async (client) => {
            const shown = new Map<BoundCase, PlannedCase>();
            await withPlanted(client, [], async () => {
                for (const bound of cases) {
                    const one = await oracle.planOnly(client, bound).catch((cause: unknown) => {
                        throw statementError("plan", bound, cause);
                    });
                    if (one) shown.set(bound, one);
                }
            });
            return { planned: shown, known: await oracle.unserved(client) };
        }),
    );
    const likely = orderOfCases(rightCases(planned));
    progress.step(`show ${counted(mutants.length, "other index")} to the plans`);
    await queuesSideBySide(mutants, (next) =>
        cluster.withClone(template, (clone) =>
            withClient(clone, async (client) => {
                for (let mutant = next(); mutant; mutant = next()) {
                    const near = likely(mutant);
                    const verdict = await withPlanted(
                        client,
                        [mutant],
                        async () => (await lint(client, oracle, known)) ?? (await judgePlanned(client, near, oracle)),
                    );
                    verdicts.set(mutant.id, verdict ?? { kind: "survived" });
                    progress.advance(verdicts.size, mutants.length, "index");
                }
            }),
        ),
    );
    return verdicts;
}

/**
 * Plants each mutant in a database of its own and executes all cases there, those first that read what it changes: what
 * a case writes and takes back stays in the way. Only this shows what a mutant costs that leaves every plan as it is.
 *
 * @throws a usage error when a case breaks its promises on the schema as it is
 */
export async function judgeByExecuting(
    cluster: Cluster,
    oracle: PlanOracle,
    mutants: readonly Mutant[],
    progress: Progress,
): Promise<Map<string, Verdict>> {
    const { template, cases } = oracle;
    progress.step(`execute ${counted(cases.length, "case")} without a defect`);
    const { planned, known } = await cluster.withClone(template, async (clone) => ({
        planned: await oracle.plan(clone, cases),
        known: await withClient(clone, oracle.unserved),
    }));
    const likely = orderOfCases(rightCases(planned));
    const verdicts = new Map<string, Verdict>();
    progress.step(`execute them with each of ${counted(mutants.length, "other index")}`);
    await sideBySide(mutants, async (mutant) => {
        const verdict = await cluster.withClone(template, async (clone) => {
            const early = await withClient(
                clone,
                async (client) => (await plant(client, mutant)) ?? (await lint(client, oracle, known)),
            );
            const near = likely(mutant);
            const all = [...near, ...cases.filter((bound) => !near.includes(bound))];
            return early ?? judgeExecuted(clone, all, oracle);
        });
        verdicts.set(mutant.id, verdict);
        progress.advance(verdicts.size, mutants.length, "index");
    });
    return verdicts;
}

/** The cases, if none is wrong on the schema as it is. */
function rightCases(planned: ReadonlyMap<BoundCase, PlannedCase>): typeof planned {
    const [error] = [...planned.values()].flatMap(({ errors }) => errors);
    if (!error) return planned;
    throw usageError({
        tried: "break indexes and see which plans notice",
        happened: `a plan is wrong on the schema as it is: ${error.code} ${error.subject}: ${error.message}`,
        remedy: "make `pgassay plan` pass first",
    });
}

/** That a mutant leaves a foreign key without its index. */
async function lint(client: pg.Client, oracle: PlanOracle, known: readonly string[]): Promise<Verdict | undefined> {
    const key = (await oracle.unserved(client)).find((name) => !known.includes(name));
    if (key === undefined) return undefined;
    return { kind: "killed", by: { file: "pgassay lint", how: "plan", what: `foreign-key-without-index ${key}` } };
}

async function judgePlanned(
    client: pg.Client,
    cases: readonly BoundCase[],
    { planOnly }: PlanOracle,
): Promise<Verdict | undefined> {
    for (const bound of cases) {
        const [error] = (await planOnly(client, bound))?.errors ?? [];
        if (error) return killedBy(bound, error);
    }
    return undefined;
}

async function judgeExecuted(clone: Database, cases: readonly BoundCase[], { plan }: PlanOracle): Promise<Verdict> {
    for (const bound of cases) {
        const [error] = (await plan(clone, [bound])).get(bound)?.errors ?? [];
        if (error) return killedBy(bound, error);
    }
    return { kind: "survived" };
}

function killedBy({ query }: BoundCase, { code, subject, message }: Finding): Verdict {
    return { kind: "killed", by: { file: query.file, how: "plan", what: `${code} ${subject}: ${message}` } };
}
