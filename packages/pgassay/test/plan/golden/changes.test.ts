import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect } from "vitest";
import type { Finding } from "../../../src/core/finding.ts";
import { silent } from "../../../src/core/progress.ts";
import type { Query } from "../../../src/core/query.ts";
import { acceptPlans } from "../../../src/plan/golden/accept.ts";
import { readGoldens } from "../../../src/plan/golden/golden-files.ts";
import { judgePlans } from "../../../src/plan/golden/judge.ts";
import { splitStatements } from "../../../src/pgtap/statements.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database, Recipe } from "../../../src/server/cluster.ts";
import { fillAndVacuum } from "../../data/fill-and-vacuum.ts";
import { queryOf } from "../query-of.ts";
import { shopRecipe, test } from "../shop.ts";
import { planRun, withGoldens } from "./accepted.ts";

const corpus = join(import.meta.dirname, "../changes");

async function recipeOfChanges(): Promise<Recipe> {
    const schema = await readFile(join(corpus, "schema.sql"), "utf8");
    return {
        name: "plan-changes",
        inputs: [schema, "settled"],
        base: await shopRecipe(),
        build: (database) => withClient(database, (client) => fillAndVacuum(client, schema)),
    };
}

/** A statement, what is done to the database, and the statement after it where that changes too. */
interface Change {
    readonly before: Query;
    readonly sql: string;
    readonly after: Query;
}

async function readChange(directory: string): Promise<Change> {
    const text = async (name: string): Promise<string | undefined> => {
        const path = join(directory, name);
        return existsSync(path) ? readFile(path, "utf8") : undefined;
    };
    const queryIn = (sql: string): Query => {
        const query = queryOf(sql.trim().replace(/;$/, ""));
        return { ...query, cases: query.cases.map((one) => ({ ...one, mayBeEmpty: true })) };
    };
    const before = (await text("before.sql")) ?? "";
    return {
        before: queryIn(before),
        sql: (await text("change.sql")) ?? "",
        after: queryIn((await text("after.sql")) ?? before),
    };
}

/** Accepts the plan of the statement before, makes the change, and says what is found and whether a golden would change. */
async function findingsOf(
    database: Database,
    { before, sql, after }: Change,
): Promise<{ findings: readonly Finding[]; rewritten: readonly string[] }> {
    return withGoldens(async (directory) => {
        await acceptPlans(directory, await planRun(database, [before]), undefined);
        await withClient(database, async (client) => {
            // VACUUM marks a page as visible to all only where the commit of its rows is on the disk.
            await client.query("set synchronous_commit = on");
            // One at a time: `vacuum` refuses to share a message with another statement.
            const statements = sql === "" ? [] : await splitStatements(sql);
            if ("message" in statements) throw new Error(statements.message);
            for (const { text } of statements) await client.query(text);
        });
        const run = await planRun(database, [after]);
        const { results, others } = await judgePlans(await readGoldens(directory), run);
        const { written } = await acceptPlans(directory, run, undefined);
        return { findings: [...results.flatMap(({ findings }) => findings), ...others], rewritten: written };
    });
}

const casesOf = (kind: string): string[] => readdirSync(join(corpus, kind));

describe("a change", () => {
    // A case is a folder: a statement, a change of the database or of the statement, and what is found. Add one to add one.
    test.for(casesOf("meant"))("%s changes the golden and is named", async (name, { cluster }) => {
        const directory = join(corpus, "meant", name);
        const template = await cluster.ensureTemplate(await recipeOfChanges(), silent);
        const change = await readChange(directory);
        const { findings, rewritten } = await cluster.withClone(template, (database) => findingsOf(database, change));
        const shown = findings.map(({ code, message, detail = "" }) => `${code}: ${message}\n${detail}\n`);
        expect(rewritten).toHaveLength(1);
        await expect(shown.join("\n")).toMatchFileSnapshot(join(directory, "expected.txt"));
    });
});

describe("an innocent change", () => {
    test.for(casesOf("innocent"))("%s changes no golden", async (name, { cluster }) => {
        const template = await cluster.ensureTemplate(await recipeOfChanges(), silent);
        const change = await readChange(join(corpus, "innocent", name));
        const outcome = await cluster.withClone(template, (database) => findingsOf(database, change));
        expect(outcome).toEqual({ findings: [], rewritten: [] });
    });
});
