import type { Verdict } from "../core/mutation-run.ts";
import { runFile, testSearchPath } from "../pgtap/run-file.ts";
import { withClient } from "../server/client.ts";
import type { Cluster, Database, Template } from "../server/cluster.ts";
import type { BaselineFile } from "./baseline.ts";
import { fingerprint, prepareFingerprint } from "./fingerprint.ts";
import { killerOf } from "./killer-of.ts";
import type { Mutant } from "./mutant.ts";
import { plant } from "./plant.ts";
import { prepareSuiteSession } from "./run-suite-file.ts";
import { showFiles } from "./show-files.ts";
import { mutantFingerprint } from "./tell-apart.ts";

/**
 * Commits a mutant in clones and shows it to files there: for mutants that only a later transaction sees, and for files
 * that need a database of their own.
 */
export async function judgeInClones(
    cluster: Cluster,
    template: Template,
    mutant: Mutant,
    files: readonly BaselineFile[],
): Promise<Verdict> {
    const shared = files.filter(({ inClone }) => inClone === undefined);
    if (shared.length > 0) {
        const verdict = await inPlantedClone(cluster, template, mutant, (clone) => judgeCommitted(clone, shared));
        if (verdict.kind !== "survived") return verdict;
    }
    for (const { file } of files.filter(({ inClone }) => inClone !== undefined)) {
        const verdict = await inPlantedClone(cluster, template, mutant, async (clone): Promise<Verdict> => {
            const killer = killerOf({ file: file.name, ...(await runFile(clone, file.path)) });
            return killer ? { kind: "killed", by: killer } : { kind: "survived" };
        });
        if (verdict.kind !== "survived") return verdict;
    }
    return { kind: "survived" };
}

async function judgeCommitted(clone: Database, files: readonly BaselineFile[]): Promise<Verdict> {
    return withClient(
        clone,
        async (client) => {
            await prepareSuiteSession(client);
            await client.query("begin");
            const killer = await showFiles(client, files);
            return killer ? { kind: "killed", by: killer } : { kind: "survived" };
        },
        { searchPath: testSearchPath },
    );
}

/** Commits a mutant in a clone, which is dropped afterwards, unless it cannot be planted or changes nothing. */
async function inPlantedClone(
    cluster: Cluster,
    template: Template,
    mutant: Mutant,
    use: (clone: Database) => Promise<Verdict>,
): Promise<Verdict> {
    return cluster.withClone(template, async (clone) => {
        const verdict = await withClient(
            clone,
            async (client): Promise<Verdict | undefined> => {
                await prepareFingerprint(client);
                const before = await fingerprint(client);
                const stillborn = await plant(client, mutant);
                if (stillborn) return stillborn;
                if ((await mutantFingerprint(client, mutant)) !== before) return undefined;
                return { kind: "equivalent", reason: "the catalog is the same with it" };
            },
            { searchPath: testSearchPath },
        );
        return verdict ?? use(clone);
    });
}
