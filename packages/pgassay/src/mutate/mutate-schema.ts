import type { MutantResult, MutationRun, Verdict } from "../core/mutation-run.ts";
import type { Progress } from "../core/progress.ts";
import type { TestFile } from "../pgtap/find-test-files.ts";
import type { Cluster, Template } from "../server/cluster.ts";
import { runBaseline } from "./baseline.ts";
import { judgeMutants } from "./judge-mutants.ts";
import type { Mutant } from "./mutant.ts";
import { ownerName } from "./names.ts";
import type { Killers } from "./order-files.ts";
import { meetsRowSecurity, rowSecurityUnmet } from "./row-security.ts";
import { readSuite } from "./suite.ts";

/** What is broken, who is to notice, and what is known beforehand. */
export interface MutationPlan {
    readonly mutants: readonly Mutant[];
    readonly files: readonly TestFile[];
    /** Which file killed a mutant the last time; decides only what is tried first. */
    readonly lastKillers: Killers;
    /** Reasons why mutants may survive, by id. */
    readonly accepted: ReadonlyMap<string, string>;
    /** What plans said already of mutants that no row shows, by id; what survived them is shown to the tests as well. */
    readonly judged: ReadonlyMap<string, Verdict>;
}

/**
 * Plants each mutant in a clone of the template and shows it to the test files.
 *
 * @throws a usage error when a test file fails on the schema as it is
 */
export async function mutateSchema(
    cluster: Cluster,
    template: Template,
    { mutants, files, lastKillers, accepted, judged }: MutationPlan,
    progress: Progress,
): Promise<MutationRun> {
    const suite = await readSuite(files);
    const baseline = await runBaseline(cluster, template, suite, progress);
    const startMs = performance.now();
    const verdicts = new Map<Mutant, Verdict>();
    for (const mutant of mutants) {
        const known = mutant.ineffective ?? judged.get(mutant.id);
        if (known && known.kind !== "survived") verdicts.set(mutant, known);
    }
    await refuse(mutants, verdicts, judged, () => meetsRowSecurity(cluster, template, suite));

    const open = mutants.filter((mutant) => !verdicts.has(mutant));
    for (const [mutant, verdict] of await judgeMutants(cluster, template, open, baseline, lastKillers, progress))
        verdicts.set(mutant, verdict);
    return {
        mutants: mutants.map((mutant) => resultOf(mutant, verdicts.get(mutant), accepted.get(mutant.id))),
        testFiles: files.length,
        cloneFiles: baseline.flatMap(({ file, inClone }) =>
            inClone === undefined ? [] : [{ file: file.name, reason: inClone }],
        ),
        durationMs: performance.now() - startMs,
    };
}

/** Gives a verdict to those mutants that nobody here could judge rightly. */
async function refuse(
    mutants: readonly Mutant[],
    verdicts: Map<Mutant, Verdict>,
    judged: ReadonlyMap<string, Verdict>,
    meetsPolicies: () => Promise<boolean>,
): Promise<void> {
    const open = mutants.filter((mutant) => !verdicts.has(mutant));
    const ofRowSecurity = open.filter((mutant) => mutant.class === "row-security");
    if (ofRowSecurity.length > 0 && !(await meetsPolicies()))
        for (const mutant of ofRowSecurity) verdicts.set(mutant, { kind: "refused", reason: rowSecurityUnmet });
    for (const mutant of open) {
        if (mutant.oracle === "plan" && !judged.has(mutant.id))
            verdicts.set(mutant, { kind: "refused", reason: "only a plan can notice it, and no queries were given" });
    }
}

function resultOf(mutant: Mutant, verdict: Verdict | undefined, accepted: string | undefined): MutantResult {
    // Taken for a survivor or a kill it would be a lie either way.
    if (!verdict) throw new Error(`the mutant ${mutant.id} was given no verdict`);
    const { id, operator, class: of, owner, description, sql, suggestion, oracle } = mutant;
    return {
        id,
        operator,
        class: of,
        owner: ownerName(owner),
        description,
        sql,
        suggestion,
        oracle,
        verdict,
        ...(accepted !== undefined && { accepted }),
    };
}
