import { silent, withClient, withCloneOf, type Database } from "pgassay";
import { expect, test } from "vitest";
import { ourTestRecipe } from "./project.ts";
import type { Client } from "./two-sessions.ts";

const sessions = 6;
const actsPerSession = 80;

/** Refusals that a procedure may answer a crowd with; anything else, a deadlock above all, is a defect. */
const refusals = /^(?:BD(?:301|50[1-9]|51[0-5]) .*|23514 no_self_reference)$/;

const it = test.extend<{ database: Database }>({
    database: async ({}, use) => {
        const recipe = await ourTestRecipe();
        await withCloneOf({ recipe, progress: silent }, use);
    },
});

/** Two projects of one organization and its manager; tasks and requests come from the crowd. */
const world = `
    create table public.crowd as
    select first.id as project, tap.a_member_of(first.id, 'project_manager') as manager,
        array[tap.a_member_of(first.id, 'architect'), tap.a_member_of(first.id, 'tech_lead')] as approvers,
        tap.an_approval_workflow(jsonb_build_object('project_id', first.id, 'required_approvals', 2)) as workflow
    from tap.a_team_project('{"status": "execution"}') as first (id)
`;

const anyTask = "(select id from public.tasks where project_id = project order by random() limit 1)";
const anyRequest = "(select id from public.approval_requests where project_id = project order by random() limit 1)";

/** What members of the crowd do, as calls with the expressions of their arguments. */
const acts: readonly string[] = [
    `create_task(project, 'a part', manager, ${anyTask})`,
    "create_task(project, 'a task', manager)",
    `start_task(${anyTask}, manager)`,
    `complete_task(${anyTask}, manager)`,
    `cancel_task(${anyTask}, 'no', manager)`,
    `reopen_task(${anyTask}, 'yes', manager)`,
    `block_task(${anyTask}, 'no', manager)`,
    `move_task(${anyTask}, ${anyTask}, 1, manager)`,
    "request_approval(workflow, 'May it?', 'It is.', 'design', 'project', project, approvers, manager)",
    `respond_to_approval(${anyRequest}, 'approve', approvers[1 + (random() * 1)::integer])`,
    `respond_to_approval(${anyRequest}, 'reject', approvers[1])`,
    `cancel_approval(${anyRequest}, 'no', manager)`,
    "expire_approvals(clock_timestamp())",
    "hold_project(project, 'no', manager)",
    "resume_project(project, 'execution', manager)",
    "resume_project(project, 'execution', manager)",
    "complete_project(project, manager)",
    "reopen_project(project, 'yes', manager)",
    "reopen_project(project, 'yes', manager)",
];

/** Calls a procedure with arguments that are expressions: `call` itself takes no sub-queries. */
async function act(client: Client, call: string): Promise<string> {
    const [, name = "", given = ""] = /^(\w+)\(([^]*)\)$/.exec(call) ?? [];
    try {
        const { rows } = await client.query<unknown[]>({
            text: `select ${given} from public.crowd`,
            rowMode: "array",
        });
        const values = rows[0] ?? [];
        await client.query(`call public.${name}(${values.map((_, index) => `$${index + 1}`).join(", ")})`, values);
        return "done";
    } catch (error) {
        const { code, constraint, message } = error as { code?: string; constraint?: string; message?: string };
        return `${code} ${constraint ?? message}`;
    }
}

const violations = `
    select 'a completed project has open work' as rule
    from public.projects
    where status = 'completed' and exists (select from public.project_completion_obstacles(projects.id))
    union all
    select 'an ended task has an open part'
    from public.tasks as whole join public.tasks as part on part.parent_task_id = whole.id
    where whole.status in ('completed', 'cancelled', 'approved')
        and part.status in ('pending', 'in_progress', 'blocked', 'needs_review')
    union all
    select 'an approved request lacks approvals'
    from public.approval_requests as request
    where status = 'approved'
        and 2 > (
            select count(*) from public.approval_assignments
            where request_id = request.id and decision = 'approve'
        )
    union all
    select 'an act is in the feed and not in the row'
    from public.approval_requests as request
    where status in ('pending', 'in_review')
        and exists (select from public.user_activities where entity_id = request.id and action = 'approval.cancelled')
`;

it("a crowd meets no deadlock and breaks no rule", async ({ database }) => {
    await withClient(database, (client) => client.query(world));
    const outcomes = await Promise.all(
        Array.from({ length: sessions }, (_, session) =>
            withClient(database, async (client) => {
                // Each session acts in an order of its own, the same in every run; how they mix is up to the machine.
                await client.query("select setseed($1)", [session / sessions]);
                const own: string[] = [];
                for (let count = 0; count < actsPerSession; count++) {
                    own.push(await act(client, acts[(count * (session + 2) + session) % acts.length] ?? ""));
                }
                return own;
            }),
        ),
    );
    expect(outcomes.flat().filter((outcome) => outcome !== "done" && !refusals.test(outcome))).toEqual([]);
    expect(outcomes.flat().filter((outcome) => outcome === "done").length).toBeGreaterThan(sessions);
    expect(await withClient(database, async (client) => (await client.query(violations)).rows)).toEqual([]);
});
