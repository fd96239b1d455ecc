import { join } from "node:path";
import { didYouMean } from "../core/closest-name.ts";
import { exitCode, usageError } from "../core/errors.ts";
import { mutationRecord } from "../core/mutation-record.ts";
import { ruleCoverageRecord } from "../core/rule-coverage-record.ts";
import { schemaRecipe } from "../migrate/schema-recipe.ts";
import { readAccepted } from "../mutate/accepted.ts";
import { coverRules } from "../mutate/coverage/cover-rules.ts";
import { coverageFindings } from "../mutate/coverage/coverage-findings.ts";
import { coverageMutants } from "../mutate/coverage/rule.ts";
import { planWatch } from "../mutate/coverage/watch.ts";
import { watchSuite } from "../mutate/coverage/watch-suite.ts";
import { mutantsOfSchema } from "../mutate/derive-mutants.ts";
import { judgeByPlanning } from "../mutate/judge-by-plans.ts";
import { readKillers, writeKillers } from "../mutate/killer-cache.ts";
import { mutateSchema } from "../mutate/mutate-schema.ts";
import { mutationFindings } from "../mutate/mutation-findings.ts";
import type { Mutant } from "../mutate/mutant.ts";
import { ownerName } from "../mutate/names.ts";
import { readSchema } from "../mutate/read-schema.ts";
import { readSuite } from "../mutate/suite.ts";
import { findTestFiles, setupFolder } from "../pgtap/find-test-files.ts";
import { testSearchPath } from "../pgtap/run-file.ts";
import { testRecipe } from "../pgtap/test-recipe.ts";
import { renderMutation } from "../report/mutation.ts";
import { renderRuleCoverage } from "../report/rule-coverage.ts";
import { withClient } from "../server/client.ts";
import { withCloneOf, withCluster } from "../server/with-cluster.ts";
import { defineCommand } from "./command.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { judgeIndexMutants, judgeSurvivors } from "./index-mutants.ts";
import { configFor, required, serverUrl } from "./settings.ts";

export const mutateCommand = defineCommand("mutate", {
    flags: {
        class: { type: "string", value: "NAME", help: "only defects of this class, such as check or foreign-key" },
        coverage: {
            type: "boolean",
            help: "tell of each rule whether tests assert it, let a legal case pass and meet its refusal",
        },
        ...findingFlags,
    },
    notes:
        "Tables are named as tasks or public.tasks; types, functions and schemas can be named as well. The tests must\n" +
        "pass. A defect that may go unnoticed stands in the file `mutation.accepted` of the configuration, with the reason.",
    async run(values, operands, context) {
        const config = await configFor(values, context);
        const directory = required(config, "tests", "mutate");
        const files = await findTestFiles(directory, {}, config.root);
        const accepted = config.mutation ? await readAccepted(config.mutation.accepted) : new Map<string, string>();
        const recipe = await testRecipe(await schemaRecipe(config.migrations), join(directory, setupFolder));
        const { progress } = context;
        const lastKillers = await readKillers(config.root);
        const isComplete = values.class === undefined && operands.length === 0;
        const { schema, watch } = await withCloneOf({ ...serverUrl(values, context), recipe, progress }, (clone) =>
            withClient(
                clone,
                async (client) => {
                    const schema = await readSchema(client, [config.migrations.migrationsTable]);
                    return { schema, watch: values.coverage && (await planWatch(client, schema)) };
                },
                { searchPath: testSearchPath },
            ),
        );
        const wanted = chosen(await mutantsOfSchema(schema), values.class, operands);
        const mutants = watch ? coverageMutants(wanted) : wanted;
        const byPlans = mutants.filter(({ oracle, ineffective }) => oracle === "plan" && !ineffective);
        const judged = await judgeIndexMutants(config, values, byPlans, context, judgeByPlanning);
        return withCluster({ ...serverUrl(values, context), recipe, progress }, async (cluster) => {
            const template = await cluster.ensureTemplate(recipe, progress);
            const plan = { mutants, files, lastKillers, accepted, judged: judged.verdicts };
            const shown = await mutateSchema(cluster, template, plan, progress);
            const all = { ...shown, durationMs: shown.durationMs + judged.durationMs };
            const run = await judgeSurvivors(config, values, all, mutants, context);
            await writeKillers(config.root, lastKillers, run);
            if (watch) {
                const seen = await watchSuite(cluster, template, await readSuite(files), watch, progress);
                const rules = coverRules(schema, run.mutants, seen);
                const findings = coverageFindings(rules, accepted, isComplete);
                const looked = rules.map(({ rule }) => rule);
                const text = renderRuleCoverage(rules, findings, context);
                context.print(values.json ? JSON.stringify(ruleCoverageRecord(rules, findings)) : text.trimEnd());
                await writeFindingFiles({ verb: "mutate", findings, looked, config }, values, context);
                return findings.length === 0 ? exitCode.fine : exitCode.findings;
            }
            const findings = mutationFindings(run.mutants, accepted, isComplete);
            const looked = run.mutants.map(({ id }) => id);
            context.print(
                values.json ? JSON.stringify(mutationRecord(run, findings)) : renderMutation(run, findings, context),
            );
            await writeFindingFiles({ verb: "mutate", findings, looked, config }, values, context);
            return findings.length === 0 ? exitCode.fine : exitCode.findings;
        });
    },
});

/** The mutants of a class and of the named owners; without either, all. */
function chosen(mutants: readonly Mutant[], wantedClass: string | undefined, owners: readonly string[]): Mutant[] {
    if (mutants.length === 0) {
        throw usageError({
            tried: "derive mutants from the schema",
            happened: "there is nothing in it that could be broken",
            remedy: "see that `migrations.directory` in the configuration names the migrations that make the schema",
        });
    }
    const classes = new Set<string>(mutants.map((mutant) => mutant.class));
    if (wantedClass !== undefined && !classes.has(wantedClass)) throw unknown("class", wantedClass, classes);
    const names = new Set(mutants.flatMap(({ owner }) => [owner.name, ownerName(owner)]));
    for (const owner of owners) if (!names.has(owner)) throw unknown("table", owner, names);
    return mutants.filter(
        ({ class: of, owner }) =>
            (wantedClass === undefined || of === wantedClass) &&
            (owners.length === 0 || owners.includes(owner.name) || owners.includes(ownerName(owner))),
    );
}

function unknown(kind: string, name: string, known: ReadonlySet<string>): Error {
    return usageError({
        tried: `choose the mutants of ${kind} ${name}`,
        happened: `the schema has no mutants of that ${kind}${didYouMean(name, known)}`,
        remedy: `name one of ${[...known].sort().slice(0, 40).join(", ")}`,
    });
}
