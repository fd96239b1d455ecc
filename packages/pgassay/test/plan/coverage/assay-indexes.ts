import type pg from "pg";
import type { Finding } from "../../../src/core/finding.ts";
import { silent, type Progress } from "../../../src/core/progress.ts";
import type { BoundCase } from "../../../src/core/query.ts";
import { applyCatalogRule, catalogRules } from "../../../src/lint/catalog-rules.ts";
import { coverageFindings } from "../../../src/plan/coverage/coverage-findings.ts";
import { indexCoverage, type Coverage } from "../../../src/plan/coverage/index-coverage.ts";
import type { Database } from "../../../src/server/cluster.ts";
import { queryOf } from "../query-of.ts";

const rules = await catalogRules();

/** What indexes are for, judged by statements without parameters, one case each. */
export async function assayIndexes(
    database: Database,
    statements: Readonly<Record<string, string>>,
    progress: Progress = silent,
): Promise<Coverage & { readonly findings: readonly Finding[] }> {
    const unserved = (client: pg.Client): Promise<string[]> => subjectsOf(client, "foreign-key-without-index");
    const options = { except: [], superfluous: repeatingIndexes, unserved };
    const result = await indexCoverage(database, casesOf(statements), options, progress);
    return { ...result, findings: coverageFindings(result) };
}

/** What a rule of `lint` finds. */
export async function subjectsOf(client: pg.Client, code: string): Promise<string[]> {
    const chosen = rules.filter((rule) => rule.code === code);
    const findings = await Promise.all(chosen.map((rule) => applyCatalogRule(client, rule, [])));
    return findings.flat().map(({ subject }) => subject);
}

export async function repeatingIndexes(client: pg.Client): Promise<string[]> {
    return [...(await subjectsOf(client, "index-duplicate")), ...(await subjectsOf(client, "index-redundant"))];
}

function casesOf(statements: Readonly<Record<string, string>>): BoundCase[] {
    return Object.entries(statements).map(([id, text]) => {
        const query = queryOf(text, { id, kind: text.startsWith("select") ? "read" : "write" });
        return { query, case: query.cases[0], values: [] };
    });
}
