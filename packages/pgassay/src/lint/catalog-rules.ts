import { readdir, readFile } from "node:fs/promises";
import type pg from "pg";
import { compareText } from "../core/finding.ts";
import type { Finding } from "../core/finding.ts";
import { shownName } from "../core/shown-name.ts";
import { withClient } from "../server/client.ts";
import type { Database } from "../server/cluster.ts";

const directory = new URL("../../sql/findings/", import.meta.url);

/** A question to the catalog whose every row is a finding. */
export interface CatalogRule {
    /** The code of its findings, and the name of its file. */
    readonly code: string;
    readonly sql: string;
}

/** What every rule selects. */
interface RuleRow {
    readonly schema: string;
    /** The table or view the finding is about, or that its object belongs to. */
    readonly relation: string | null;
    /** The object, unless the table itself is meant. */
    readonly name: string | null;
    readonly message: string;
    readonly detail: string | null;
}

/** The rules for what a database holds, in the order of their codes: every file of `sql/findings` is one. */
export async function catalogRules(): Promise<CatalogRule[]> {
    const files = (await readdir(directory)).filter((name) => name.endsWith(".sql")).toSorted(compareText);
    return Promise.all(
        files.map(async (file) => ({
            code: file.slice(0, -".sql".length),
            sql: await readFile(new URL(file, directory), "utf8"),
        })),
    );
}

/**
 * Holds what a database has against every rule for it.
 *
 * @param except tables to leave out, with their schemas, such as the one of applied migrations
 */
export async function lintCatalog(database: Database, except: readonly string[]): Promise<Finding[]> {
    const rules = await catalogRules();
    // Definitions name what is outside of the search path with its schema, so the server's own must not decide.
    return withClient(
        database,
        async (client) => {
            const findings: Finding[] = [];
            for (const rule of rules) findings.push(...(await applyCatalogRule(client, rule, except)));
            return findings;
        },
        { searchPath: ["public"] },
    );
}

/** What one rule finds. */
export async function applyCatalogRule(
    client: pg.Client,
    { code, sql }: CatalogRule,
    except: readonly string[],
): Promise<Finding[]> {
    const { rows } = await client.query<RuleRow>(sql);
    return rows
        .filter(({ schema, relation }) => !except.includes(`${schema}.${relation}`))
        .map(({ schema, relation, name, message, detail }) => ({
            code,
            severity: "error",
            subject: shownName({ schema, name: [relation, name].filter((part) => part !== null).join(".") }),
            message,
            ...(detail !== null && { detail }),
        }));
}
