import type pg from "pg";
import type { Config } from "../config/config.ts";
import { coverageRecord } from "../core/coverage-record.ts";
import { exitCodeOf, sortFindings, type Finding } from "../core/finding.ts";
import { coverageFindingCodes } from "../core/index-coverage.ts";
import { applyCatalogRule, catalogRules, type CatalogRule } from "../lint/catalog-rules.ts";
import { applyExceptions } from "../lint/exceptions.ts";
import { bindCases } from "../plan/bind-cases.ts";
import { indexCoverage, type Coverage } from "../plan/coverage/index-coverage.ts";
import { readQueries } from "../plan/read-queries.ts";
import { renderIndexes } from "../report/indexes.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";
import { withCloneOf } from "../server/with-cluster.ts";
import { defineCommand, type Context } from "./command.ts";
import { datasetFlags, datasetOptions, loadedRecipe } from "./dataset.ts";
import { findingFlags, writeFindingFiles } from "./finding-files.ts";
import { configFor, required, serverUrl } from "./settings.ts";

/** The rules of `lint` that are about indexes and need no query to be known. */
const ruleCodes = ["foreign-key-without-index", "index-duplicate", "index-redundant"];

export const indexesCommand = defineCommand({
    name: "indexes",
    summary: "tell what every index is for and what it costs, by taking it away and planning again",
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
        const { cases, coverage } = await withCloneOf(
            { ...serverUrl(values, context), recipe, progress },
            async (database) => {
                const bound = await withClient(database, (client) => bindCases(client, queries));
                return { cases: bound.length, coverage: await coverageOf(database, config, bound, context) };
            },
        );
        const codes = [...ruleCodes, ...coverageFindingCodes];
        const exceptions = (config.lint?.exceptions ?? []).filter(({ code }) => codes.includes(code));
        const findings = sortFindings(applyExceptions(coverage.findings, exceptions));
        const text = renderIndexes(coverage.indexes, cases, findings, context);
        context.print(values.json ? JSON.stringify(coverageRecord(coverage.indexes, findings)) : text.trimEnd());
        await writeFindingFiles({ verb: "indexes", findings, config }, values, context);
        return exitCodeOf(findings);
    },
});

async function coverageOf(
    database: Database,
    { migrations }: Config,
    bound: Parameters<typeof indexCoverage>[1],
    { progress }: Context,
): Promise<Coverage> {
    const except = [migrations.migrationsTable];
    const rules = (await catalogRules()).filter(({ code }) => ruleCodes.includes(code));
    const apply = async (client: pg.Client, chosen: readonly CatalogRule[]): Promise<Finding[]> => {
        const found: Finding[] = [];
        for (const rule of chosen) found.push(...(await applyCatalogRule(client, rule, except)));
        return found;
    };
    const known = await withClient(database, (client) => apply(client, rules), { searchPath: ["public"] });
    const keyRules = rules.filter(({ code }) => code === "foreign-key-without-index");
    const coverage = await indexCoverage(
        database,
        bound,
        {
            except,
            superfluous: known.filter(({ code }) => code.startsWith("index-")).map(({ subject }) => subject),
            unserved: async (client) => (await apply(client, keyRules)).map(({ subject }) => subject),
        },
        progress,
    );
    return { indexes: coverage.indexes, findings: [...known, ...coverage.findings] };
}
