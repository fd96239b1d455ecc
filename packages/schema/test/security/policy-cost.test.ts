import { silent, withClient, withCloneOf } from "pgassay";
import { expect, it } from "vitest";
import { ourTestRecipe } from "../project.ts";
import type { Client } from "../two-sessions.ts";
import { withLogin } from "./signed-in.ts";

interface PlanNode {
    readonly "Node Type": string;
    readonly "Subplan Name"?: string;
    readonly "Index Name"?: string;
    readonly "Index Cond"?: string;
    readonly "Actual Loops": number;
    readonly "Rows Removed by Filter"?: number;
    readonly "Shared Hit Blocks": number;
    readonly "Shared Read Blocks": number;
    readonly Plans?: readonly PlanNode[];
}

/** 100 organizations of 5 projects with 120 tasks each; user number n is a member of organization number n. */
const dataset = `
    set session_replication_role = replica;
    create function pg_temp.uuid(kind integer, n integer) returns uuid language sql
    return (lpad(kind::text, 8, '0') || '-0000-0000-0000-' || lpad(n::text, 12, '0'))::uuid;

    insert into public.users (id, email, username, password_hash)
    select pg_temp.uuid(1, n), n || '@example.org', 'user ' || n, '$none$' || repeat('x', 20)
    from generate_series(1, 100) as n;

    insert into public.organizations (id, name, slug, created_by)
    select pg_temp.uuid(2, n), 'Organization ' || n, 'organization-' || n, pg_temp.uuid(1, n)
    from generate_series(1, 100) as n;

    insert into public.team_memberships (organization_id, user_id)
    select pg_temp.uuid(2, n), pg_temp.uuid(1, n)
    from generate_series(1, 100) as n;

    insert into public.projects (id, name, organization_id, created_by)
    select pg_temp.uuid(3, n), 'Project ' || n, pg_temp.uuid(2, 1 + n % 100), pg_temp.uuid(1, 1 + n % 100)
    from generate_series(1, 500) as n;

    insert into public.tasks (project_id, title, created_by, custom_fields, search_vector)
    select
        pg_temp.uuid(3, 1 + n % 500), 'Task ' || n, pg_temp.uuid(1, 1 + n % 100),
        jsonb_build_object('ticket', n / 500), to_tsvector('english', 'task ' || n || ' word' || n % 501)
    from generate_series(1, 60000) as n;`;

const user = "00000001-0000-0000-0000-000000000007";

/** Explains a statement the third time it runs: the first two read the catalog and plan what functions ask. */
async function explain(client: Client, statement: string): Promise<PlanNode> {
    for (let run = 0; run < 2; run++) await client.query(statement);
    const { rows } = await client.query<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(
        `explain (analyze, buffers, timing off, format json) ${statement}`,
    );
    const plan = rows[0]?.["QUERY PLAN"][0].Plan;
    if (!plan) throw new Error("no plan");
    return plan;
}

function nodesOf(plan: PlanNode): PlanNode[] {
    return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

function buffersOf(plan: PlanNode): number {
    return plan["Shared Hit Blocks"] + plan["Shared Read Blocks"];
}

it("asks once who the user is, and finds the rows of the user by an index", async () => {
    const recipe = await ourTestRecipe();
    await withCloneOf({ recipe, progress: silent }, async (database) => {
        await withClient(database, async (client) => {
            // VACUUM marks a page as visible to all only where the commit of its rows is on the disk.
            await client.query("set synchronous_commit = on");
            await client.query(dataset);
            await client.query("vacuum analyze");
        });

        const count = "select count(*) from public.tasks";
        const { bare, array } = await withClient(database, async (client) => {
            await client.query(`set bduf.user_id = '${user}'`);
            const { rows } = await client.query<{ ids: string }>(
                "select string_agg(quote_literal(id), ', ') as ids from unnest(public.current_project_ids()) as id",
            );
            return {
                bare: await explain(client, `${count} where project_id in (${rows[0]?.ids ?? "null"})`),
                array: await explain(client, "select public.current_project_ids()"),
            };
        });

        await withLogin(database, "bduf_app", async (client) => {
            await client.query(`set bduf.user_id = '${user}'`);
            const counted = await explain(client, count);
            const initPlans = nodesOf(counted).filter((node) => node["Subplan Name"]?.startsWith("InitPlan"));
            expect(initPlans.map((node) => node["Actual Loops"])).toEqual([1]);

            const scan = nodesOf(counted).find((node) => node["Index Cond"]);
            expect(scan?.["Index Cond"]).toBe("(project_id = ANY ((InitPlan 1).col1))");
            expect(nodesOf(counted).some((node) => node["Rows Removed by Filter"])).toBe(false);

            // What the policy adds is what its function reads, once.
            expect(buffersOf(counted) - buffersOf(array)).toBeLessThanOrEqual(buffersOf(bare) * 1.1);
            console.log(
                `count: ${buffersOf(bare)} buffers without a policy; with one ${buffersOf(counted)}, ` +
                    `of which its function reads ${buffersOf(array)}`,
            );

            // Every table that a tenant owns is found by an index or so small that reading it whole is cheaper.
            const filtered = nodesOf(await explain(client, "select count(*) from public.projects"));
            expect(filtered.filter((node) => node["Node Type"] === "Seq Scan")).toEqual([]);

            // Search and containment read a share of what the same condition reads under the policy.
            const search = await explain(client, "select id from public.search_tasks('word7')");
            const policed = await explain(
                client,
                "select id from public.tasks where search_vector @@ websearch_to_tsquery('word7')",
            );
            const fields = await explain(client, `select id from public.find_tasks_by_custom_fields('{"ticket": 7}')`);
            console.log(
                `search: ${buffersOf(policed)} buffers under the policy, ${buffersOf(search)} in the function; ` +
                    `containment in the function ${buffersOf(fields)}`,
            );
            expect(buffersOf(search)).toBeLessThan(buffersOf(policed));
        });
    });
});
