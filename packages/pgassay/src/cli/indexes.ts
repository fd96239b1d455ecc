import type pg from "pg";
import type { Config } from "../config/config.ts";
import { coverageRecord } from "../core/coverage-record.ts";
import { exitCodeOf, sortFindings, type Finding } from "../core/finding.ts";
import { coverageFindingCodes, indexName, rankProposals } from "../core/index-coverage.ts";
import type { Progress } from "../core/progress.ts";
import type { Query } from "../core/query.ts";
import { applyCatalogRule, catalogRules } from "../lint/catalog-rules.ts";
import { applyExceptions } from "../lint/exceptions.ts";
import { filesNaming } from "../pgtap/files-naming.ts";
import { allTestFiles } from "../pgtap/find-test-files.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { coverageFindings } from "../plan/coverage/coverage-findings.ts";
import { indexCoverage, type Coverage } from "../plan/coverage/index-coverage.ts";
import { priceIndexes } from "../plan/coverage/price-indexes.ts";
import { readQueries } from "../plan/read-queries.ts";
import { renderIndexes } from "../report/indexes.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { withCluster } from "../server/with-cluster.ts";
import { defineCommand } from "./command.ts";
import { datasetFlags, datasetOptions, loadedRecipe } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, required, serverUrl } from "./settings.ts";

/** The rules of `lint` that are about indexes and need no query to be known. */
const ruleCodes = ["foreign-key-without-index", "index-duplicate", "index-redundant"];

export const indexesCommand = defineCommand("indexes", {
    flags: { ...datasetFlags, ...findingFlags },
    notes: [
        "All queries are looked at: what an index is for cannot be seen from a part of them.",
        "An index that is kept without need stands in the configuration under `lint`, with the reason.",
    ].join("\n"),
    async run(values, _operands, context) {
        const config = await configFor(values, context);
        const queries = await readQueries(required(config, "queries", "indexes"), config.root);
        const recipe = await loadedRecipe(config, datasetOptions(values));
        const { progress } = context;
        const { cases, known, coverage } = await withCluster(
            { ...serverUrl(values, context), recipe, progress },
            async (cluster) => {
                const template = await cluster.ensureTemplate(recipe, progress);
                const found = await cluster.withClone(template, (database) =>
                    coverageOf(database, config, queries, progress),
                );
                const unpriced = await withTests(found.coverage, config);
                if (unpriced.writeCostUnknown !== undefined) return { ...found, coverage: unpriced };
                const priced = await cluster.withClone(template, (database) =>
                    priceIndexes(database, unpriced, progress),
                );
                return { ...found, coverage: priced };
            },
        );
        const codes = [...ruleCodes, ...coverageFindingCodes];
        const exceptions = (config.lint?.exceptions ?? []).filter(({ code }) => codes.includes(code));
        const findings = sortFindings(applyExceptions([...known, ...coverageFindings(coverage)], exceptions));
        const { indexes, writeCostUnknown } = coverage;
        const named = new Set(findings.filter(({ code }) => code === "index-proposed").map(({ subject }) => subject));
        const record = coverageRecord({
            indexes,
            proposed: rankProposals(coverage.proposed.filter((index) => named.has(indexName(index)))),
            ...(writeCostUnknown !== undefined && { writeCostUnknown }),
            findings,
        });
        context.print(values.json ? JSON.stringify(record) : renderIndexes(record, cases, context).trimEnd());
        await writeFindingFiles({ verb: "indexes", findings, config }, values, context);
        return exitCodeOf(findings);
    },
});

async function coverageOf(
    database: Database,
    { migrations }: Config,
    queries: readonly Query[],
    progress: Progress,
): Promise<{ readonly cases: number; readonly known: readonly Finding[]; readonly coverage: Coverage }> {
    const except = [migrations.migrationsTable];
    const rules = (await catalogRules()).filter(({ code }) => ruleCodes.includes(code));
    const apply = async (client: pg.Client, isWanted: (code: string) => boolean): Promise<Finding[]> => {
        const found: Finding[] = [];
        for (const rule of rules)
            if (isWanted(rule.code)) found.push(...(await applyCatalogRule(client, rule, except)));
        return found;
    };
    const subjects = async (client: pg.Client, isWanted: (code: string) => boolean): Promise<string[]> =>
        (await apply(client, isWanted)).map(({ subject }) => subject);
    const known = await withClient(database, (client) => apply(client, () => true), { searchPath: ["public"] });
    const bound = await withClient(database, (client) => bindCases(client, queries));
    const coverage = await indexCoverage(
        database,
        bound,
        {
            except,
            superfluous: (client) => subjects(client, (code) => code.startsWith("index-")),
            unserved: (client) => subjects(client, (code) => code === "foreign-key-without-index"),
        },
        progress,
    );
    return { cases: bound.length, known, coverage };
}

/** Adds the test files that name an index which nothing else needs. */
async function withTests(coverage: Coverage, { tests, root }: Config): Promise<Coverage> {
    const idle = coverage.indexes.filter(({ keptBy, serves }) => keptBy === undefined && serves.length === 0);
    if (tests === undefined || idle.length === 0) return coverage;
    const files = await filesNaming(
        await allTestFiles(tests, root),
        idle.map(({ name }) => name),
    );
    const indexes = coverage.indexes.map((index) => {
        const testedBy = idle.includes(index) ? files.get(index.name) : undefined;
        return testedBy === undefined ? index : { ...index, testedBy };
    });
    return { ...coverage, indexes };
}
