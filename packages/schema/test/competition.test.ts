import { silent, withClient, withCloneOf, type Database } from "pgassay";
import { describe, expect, test } from "vitest";
import { ourTestRecipe } from "./project.ts";
import { compete, outcomeOf, type Client } from "./two-sessions.ts";

/** A project in execution, its manager, and three members who are entitled to work and to decide. */
interface Team {
    readonly project: string;
    readonly manager: string;
    readonly ann: string;
    readonly bob: string;
    readonly cem: string;
}

/** A test with a database that all tests of this file share; each makes a team of its own in it. */
const it = test.extend<{ database: Database }>({
    database: [
        async ({}, use) => {
            const recipe = await ourTestRecipe();
            await withCloneOf({ recipe, progress: silent }, use);
        },
        { scope: "file" },
    ],
});

/** The one row of a query, all its columns as text. */
async function one<T>(database: Database, sql: string): Promise<T> {
    return withClient(database, async (client) => {
        const { rows } = await client.query<{ row: T }>(`select to_jsonb(answer) as row from (${sql}) as answer`);
        const [found] = rows;
        if (found === undefined || rows.length > 1) throw new Error(`${rows.length} rows instead of one: ${sql}`);
        return found.row;
    });
}

async function newTeam(database: Database): Promise<Team> {
    return one<Team>(
        database,
        `select
            project,
            tap.a_member_of(project, 'project_manager') as manager,
            tap.a_member_of(project, 'tech_lead') as ann,
            tap.a_member_of(project, 'architect') as bob,
            tap.a_member_of(project, 'tech_lead') as cem
        from tap.a_team_project('{"status": "execution"}') as project`,
    );
}

async function newTask(database: Database, { project }: Team, values: Record<string, unknown> = {}): Promise<string> {
    const given = JSON.stringify({ project_id: project, ...values });
    return (await one<{ id: string }>(database, `select tap.a_task('${given}') as id`)).id;
}

/** A request of the manager's that takes so many of three people's approvals. */
async function newRequest(database: Database, team: Team, requiredApprovals: number): Promise<string> {
    const { project, manager, ann, bob, cem } = team;
    return withClient(database, async (client) => {
        const { rows } = await client.query<{ p_request_id: string }>(
            `call public.request_approval(
                '${await newWorkflow(client, project, requiredApprovals)}', 'Print?', 'It is drawn.', 'deployment',
                'project', '${project}', '{${ann},${bob},${cem}}', '${manager}'
            )`,
        );
        return rows[0]?.p_request_id ?? "none";
    });
}

async function newWorkflow(client: Client, project: string, required: number): Promise<string> {
    const { rows } = await client.query<{ id: string }>("select tap.an_approval_workflow($1) as id", [
        JSON.stringify({ project_id: project, required_approvals: required }),
    ]);
    return rows[0]?.id ?? "none";
}

const approve = (request: string, actor: string): string =>
    `call public.respond_to_approval('${request}', 'approve', '${actor}')`;
const createTask = (project: string, actor: string, parent = "null"): string =>
    `call public.create_task('${project}', 'Sound the bay', '${actor}', ${parent})`;

describe("two who approve", () => {
    it("one approval decides, the second comes too late and leaves nothing behind", async ({ database }) => {
        const team = await newTeam(database);
        const request = await newRequest(database, team, 1);
        expect(await compete(database, approve(request, team.ann), approve(request, team.bob))).toEqual([
            "done",
            "BD503",
        ]);
        expect(
            await one(
                database,
                `select status, final_decision, count(votes.decision) as votes,
                    (select count(*) from public.approval_responses where request_id = requests.id) as answers
                from public.approval_requests as requests
                join public.approval_assignments as votes on votes.request_id = requests.id
                where requests.id = '${request}'
                group by requests.id`,
            ),
        ).toEqual({ status: "approved", final_decision: "approve", votes: 1, answers: 1 });
    });

    it("no approval is lost when two are needed", async ({ database }) => {
        const team = await newTeam(database);
        const request = await newRequest(database, team, 2);
        expect(await compete(database, approve(request, team.ann), approve(request, team.bob))).toEqual([
            "done",
            "done",
        ]);
        expect(await one(database, `select status from public.approval_requests where id = '${request}'`)).toEqual({
            status: "approved",
        });
    });

    it("the same answer sent twice counts once", async ({ database }) => {
        const team = await newTeam(database);
        const request = await newRequest(database, team, 2);
        expect(await compete(database, approve(request, team.ann), approve(request, team.ann))).toEqual([
            "done",
            "done",
        ]);
        expect(
            await one(
                database,
                `select status, (
                    select count(*) from public.user_activities
                    where entity_id = requests.id and action = 'approval.answered'
                ) as recorded
                from public.approval_requests as requests where id = '${request}'`,
            ),
        ).toEqual({ status: "in_review", recorded: 1 });
    });
});

describe("two who give a task away", () => {
    it("the second is told that somebody else has it by now", async ({ database }) => {
        const team = await newTeam(database);
        const task = await newTask(database, team, { assigned_to: team.ann });
        const pass = (to: string): string =>
            `call public.reassign_task('${task}', '${team.ann}', '${to}', '${team.manager}')`;
        expect(await compete(database, pass(team.bob), pass(team.cem))).toEqual(["done", "BD505"]);
        expect(
            await one(
                database,
                `select assigned_to, (
                    select count(*) from public.user_activities where entity_id = tasks.id
                ) as recorded
                from public.tasks where id = '${task}'`,
            ),
        ).toEqual({ assigned_to: team.bob, recorded: 1 });
    });

    it("two start a task that nobody has: one gets it", async ({ database }) => {
        const team = await newTeam(database);
        const task = await newTask(database, team);
        const start = (actor: string): string => `call public.start_task('${task}', '${actor}')`;
        expect(await compete(database, start(team.ann), start(team.bob))).toEqual(["done", "BD504"]);
        expect(await one(database, `select assigned_to from public.tasks where id = '${task}'`)).toEqual({
            assigned_to: team.ann,
        });
    });
});

describe("two who move tasks", () => {
    it("the second does not close a circle", async ({ database }) => {
        const team = await newTeam(database);
        const [upper, lower] = [await newTask(database, team), await newTask(database, team)];
        const move = (task: string, under: string): string =>
            `call public.move_task('${task}', '${under}', 1, '${team.manager}')`;
        expect(await compete(database, move(upper, lower), move(lower, upper))).toEqual(["done", "BD301"]);
        expect(
            await one(
                database,
                `select count(parent_task_id) as below from public.tasks where project_id = '${team.project}'`,
            ),
        ).toEqual({ below: 1 });
    });
});

describe("a task that goes away while somebody waits for it", () => {
    it("is not started once it was deleted", async ({ database }) => {
        const team = await newTeam(database);
        const task = await newTask(database, team);
        const start = `call public.start_task('${task}', '${team.ann}')`;
        expect(await compete(database, `delete from public.tasks where id = '${task}'`, start)).toEqual([
            "done",
            "BD505",
        ]);
    });

    it("is not reopened under a parent that nobody looked at", async ({ database }) => {
        const team = await newTeam(database);
        const [parent, task] = [
            await newTask(database, team),
            await newTask(database, team, { status: "completed", assigned_to: team.ann }),
        ];
        const move = `update public.tasks set parent_task_id = '${parent}' where id = '${task}'`;
        const reopen = `call public.reopen_task('${task}', 'It leaks.', '${team.manager}')`;
        expect(await compete(database, move, reopen)).toEqual(["done", "BD505"]);
    });
});

describe("a project that is completed", () => {
    const complete = ({ project, manager }: Team): string => `call public.complete_project('${project}', '${manager}')`;

    it("is completed once", async ({ database }) => {
        const team = await newTeam(database);
        expect(await compete(database, complete(team), complete(team))).toEqual(["done", "BD504"]);
        expect(
            await one(
                database,
                `select count(*) as recorded from public.user_activities where project_id = '${team.project}'`,
            ),
        ).toEqual({ recorded: 1 });
    });

    it("gets no task in the same moment", async ({ database }) => {
        const team = await newTeam(database);
        expect(await compete(database, complete(team), createTask(team.project, team.ann))).toEqual(["done", "BD506"]);
    });

    it("stays open for a task that comes in the same moment", async ({ database }) => {
        const team = await newTeam(database);
        expect(await compete(database, createTask(team.project, team.ann), complete(team))).toEqual(["done", "BD507"]);
    });

    it("stays open even for a task that is written past the procedures", async ({ database }) => {
        const team = await newTeam(database);
        const insert = `insert into public.tasks (project_id, title, created_by)
            values ('${team.project}', 'Sound the bay', '${team.ann}')`;
        expect(await compete(database, insert, complete(team))).toEqual(["done", "BD507"]);
    });

    it("is not completed through an old snapshot", async ({ database }) => {
        const team = await newTeam(database);
        await withClient(database, async (client) => {
            await client.query("begin isolation level repeatable read");
            expect(await outcomeOf(client.query(complete(team)))).toBe("BD516");
            await client.query("rollback");
            await client.query("begin isolation level serializable");
            expect(await outcomeOf(client.query(complete(team)))).toBe("done");
            await client.query("commit");
        });
    });
});

describe("a task that is completed", () => {
    it("gets no part in the same moment", async ({ database }) => {
        const team = await newTeam(database);
        const task = await newTask(database, team);
        const complete = `call public.complete_task('${task}', '${team.ann}')`;
        const addPart = createTask(team.project, team.bob, `'${task}'`);
        expect(await compete(database, complete, addPart)).toEqual(["done", "BD507"]);
        const other = await newTask(database, team);
        expect(
            await compete(
                database,
                createTask(team.project, team.bob, `'${other}'`),
                `call public.complete_task('${other}', '${team.ann}')`,
            ),
        ).toEqual(["done", "BD507"]);
    });
});

describe("a project that is cancelled", () => {
    const cancel = ({ project, manager }: Team): string =>
        `call public.cancel_project('${project}', 'no money', '${manager}')`;
    const statusOf = (request: string): string => `select status from public.approval_requests where id = '${request}'`;

    it("takes its requests with it, and who answers is told", async ({ database }) => {
        const team = await newTeam(database);
        const request = await newRequest(database, team, 1);
        expect(await compete(database, cancel(team), approve(request, team.ann))).toEqual(["done", "BD503"]);
        expect(await one(database, statusOf(request))).toEqual({ status: "cancelled" });
    });

    it("leaves a decision that was made in the same moment", async ({ database }) => {
        const team = await newTeam(database);
        const request = await newRequest(database, team, 1);
        expect(await compete(database, approve(request, team.ann), cancel(team))).toEqual(["done", "done"]);
        expect(await one(database, statusOf(request))).toEqual({ status: "approved" });
    });
});

describe("two jobs", () => {
    it("measure the same day: each project is kept once", async ({ database }) => {
        const team = await newTeam(database);
        const snapshot = "select public.snapshot_all_projects((now() at time zone 'UTC')::date)";
        expect(await compete(database, snapshot, snapshot)).toEqual(["done", "done"]);
        expect(
            await one(
                database,
                `select count(*) as kept from public.project_analytics where project_id = '${team.project}'`,
            ),
        ).toEqual({ kept: 1 });
    });
});
