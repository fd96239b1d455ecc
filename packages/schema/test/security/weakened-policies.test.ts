import { withClient } from "pgassay";
import { expect, it } from "vitest";
import type { Client } from "../two-sessions.ts";
import { withTenants } from "./signed-in.ts";

interface Attempted {
    readonly attempts: number;
    readonly through: number;
}

/** Lets a member of another organization, and nobody, try everything against the victims' rows of some tables. */
async function attack(client: Client, attacker: string, table: string): Promise<Attempted> {
    const { rows } = await client.query<Attempted>(
        `select
            count(*)::integer as attempts,
            count(*) filter (where tap.gets_through(
                tried.statement,
                tap.outcome_as('bduf_app', stranger.id, tried.statement)
            ))::integer as through
        from (values ('attackers', $1), ('nobody', '')) as stranger (tenant, id)
        cross join (select distinct table_name from tap.tenant_row where table_name like $2) as target
        cross join lateral tap.attempts(stranger.tenant, 'victims', target.table_name) as tried`,
        [attacker, table],
    );
    const [row] = rows;
    if (!row) throw new Error("no attempts");
    return row;
}

/** Defects, and the table at which they must show; % where any will do. */
async function defects(client: Client): Promise<{ table: string; defect: string }[]> {
    const { rows } = await client.query<{ table: string; defect: string }>(
        `select tablename as table, format('alter table public.%I disable row level security', tablename) as defect
        from pg_catalog.pg_tables
        where schemaname = 'public' and tablename in (select table_name from tap.tenant_row)

        union all

        select
            tablename,
            format(
                'alter policy %I on public.%I %s (true)',
                policyname,
                tablename,
                case cmd when 'INSERT' then 'with check' when 'UPDATE' then 'using (true) with check' else 'using' end
            )
        from pg_catalog.pg_policies
        where schemaname = 'public' and cmd <> 'ALL'
            -- A trigger of these two looks for the request first, with the eyes of whoever writes.
            and policyname not in ('approval_assignments_app_insert', 'approval_responses_app_insert')

        union all

        select tablename, format('alter policy %I on public.%I to public', policyname, tablename)
        from pg_catalog.pg_policies
        where schemaname = 'public' and policyname like '%\\_platform\\_all'

        union all

        select
            '%',
            format(
                'create or replace function public.%I() returns uuid[] language sql stable security definer
                return (select array_agg(id) from public.%I)',
                function_name, table_name
            )
        from (values
            ('current_organization_ids', 'organizations'),
            ('current_administered_organization_ids', 'organizations'),
            ('current_project_ids', 'projects'),
            ('current_colleague_ids', 'users'),
            ('current_session_ids', 'collaboration_sessions'),
            ('current_approval_request_ids', 'approval_requests')
        ) as known (function_name, table_name)

        order by 1, 2`,
    );
    return rows;
}

it("gets nothing through, and something through every policy that is weakened", async () => {
    await withTenants(async ({ database, attacker }) => {
        await withClient(database, async (client) => {
            await client.query("set search_path = public, tap");
            const intact = await attack(client, attacker, "%");
            expect(intact.attempts).toBeGreaterThan(1000);
            expect(intact.through).toBe(0);

            const planted = await defects(client);
            const unnoticed: string[] = [];
            let attempts = intact.attempts;
            for (const { table, defect } of planted) {
                await client.query("begin");
                await client.query(defect);
                const weakened = await attack(client, attacker, table);
                await client.query("rollback");
                attempts += weakened.attempts;
                if (weakened.through === 0) unnoticed.push(defect);
            }
            console.log(
                `${intact.attempts} attempts, 0 rows leaked; ` +
                    `${planted.length - unnoticed.length} of ${planted.length} planted defects let some through ` +
                    `(${attempts} attempts in all)`,
            );
            expect(unnoticed).toEqual([]);
        });
    });
});

it("runs a caller's own type as the owner if search_path does not name pg_temp", async () => {
    await withTenants(async ({ database, attacker }) => {
        await withClient(database, async (client) => {
            await client.query("set search_path = public, tap");
            const trap = async (): Promise<string | undefined> => {
                const { rows } = await client.query<{ answer: string }>(
                    `select tap.text_as('bduf_app', $1, $2) as answer`,
                    [
                        attacker,
                        `create function pg_temp.steal(text) returns boolean language plpgsql as
                            $f$ begin raise exception 'as %', current_user; end $f$;
                        create domain pg_temp.uuid as text check (pg_temp.steal(value));
                        select public.create_organization('Thieves', 'thieves')`,
                    ],
                );
                return rows[0]?.answer;
            };
            expect(await trap()).not.toContain("as bduf_owner");
            await client.query("alter function public.create_organization set search_path = ''");
            expect(await trap()).toContain("as bduf_owner");
        });
    });
});
