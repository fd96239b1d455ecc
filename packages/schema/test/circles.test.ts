import { silent, withClient, withCloneOf, type Database } from "pgassay";
import { describe, expect, test } from "vitest";
import { ourTestRecipe } from "./project.ts";
import { comesToWait, outcomeOf, type Client } from "./two-sessions.ts";

/** Two rows of one project, and the statement that hangs one below the other. */
interface Hierarchy {
    readonly name: string;
    readonly table: string;
    /** A query for the ids `a` and `b`. */
    readonly rows: string;
    /** Makes the row $1 depend on the row $2. */
    readonly edge: string;
}

interface Pair {
    readonly a: string;
    readonly b: string;
}

const inProject = "jsonb_build_object('project_id', project.id)";

const hierarchies: readonly Hierarchy[] = [
    {
        name: "tasks",
        table: "public.tasks",
        rows: `select tap.a_task(${inProject}) as a, tap.a_task(${inProject}) as b from tap.a_project() as project (id)`,
        edge: "update public.tasks set parent_task_id = $2 where id = $1",
    },
    {
        name: "requirements",
        table: "public.requirements",
        rows: `select tap.a_requirement(${inProject}) as a, tap.a_requirement(${inProject}) as b
            from tap.a_project() as project (id)`,
        edge: "update public.requirements set parent_requirement_id = $2 where id = $1",
    },
    {
        name: "architecture decisions",
        table: "public.architecture_decisions",
        rows: `select tap.an_architecture_decision(${inProject}) as a, tap.an_architecture_decision(${inProject}) as b
            from tap.a_project() as project (id)`,
        edge: "update public.architecture_decisions set status = 'superseded', superseded_by = $2 where id = $1",
    },
    {
        name: "task dependencies",
        table: "public.task_dependencies",
        rows: `select tap.a_task(${inProject}) as a, tap.a_task(${inProject}) as b from tap.a_project() as project (id)`,
        edge: `insert into public.task_dependencies (project_id, predecessor_id, successor_id, created_by)
            select project_id, id, $2, created_by from public.tasks where id = $1`,
    },
];

const levels = [
    { level: "read committed", refusal: "BD301" },
    { level: "repeatable read", refusal: "40001" },
    { level: "serializable", refusal: "40001" },
] as const;

/** Waits until a session waits for another one. */
async function untilBlocked(observer: Client, blocked: Client): Promise<void> {
    if (!(await comesToWait(observer, blocked))) throw new Error("the second session does not wait for the first");
}

/** Two transactions of one isolation level that have both begun to read, and a third session that looks on. */
async function withTwo<T>(
    database: Database,
    level: string,
    use: (first: Client, second: Client, observer: Client) => Promise<T>,
): Promise<T> {
    return withClient(database, (observer) =>
        withClient(database, (first) =>
            withClient(database, async (second) => {
                for (const session of [first, second]) {
                    await session.query(`begin isolation level ${level}`);
                    await session.query("select from public.projects limit 1");
                }
                return use(first, second, observer);
            }),
        ),
    );
}

/** A test with a database of the schema that all tests of this file share; each makes a project of its own in it. */
const it = test.extend<{ database: Database }>({
    database: [
        async ({}, use) => {
            const recipe = await ourTestRecipe();
            await withCloneOf({ recipe, progress: silent }, use);
        },
        { scope: "file" },
    ],
});

async function pairOf(database: Database, { rows }: Hierarchy): Promise<Pair> {
    const found = await withClient(database, (client) => client.query<Pair>(rows));
    const [pair] = found.rows;
    if (pair === undefined) throw new Error("the builders made no rows");
    return pair;
}

describe.each(levels)("two sessions at $level", ({ level, refusal }) => {
    it.for(hierarchies)("the second is refused, in $name", async (hierarchy, { database }) => {
        const { a, b } = await pairOf(database, hierarchy);
        const results = await withTwo(database, level, async (first, second, observer) => {
            await first.query(hierarchy.edge, [a, b]);
            const late = outcomeOf(second.query(hierarchy.edge, [b, a]));
            await untilBlocked(observer, second);
            await first.query("commit");
            return [await late, await outcomeOf(second.query("commit"))];
        });
        // Committing a transaction that failed rolls it back and is no error.
        expect(results).toEqual([refusal, "done"]);
    });

    it.for(hierarchies)("the second is refused after the first, in $name", async (hierarchy, { database }) => {
        const { a, b } = await pairOf(database, hierarchy);
        const late = await withTwo(database, level, async (first, second) => {
            await first.query(hierarchy.edge, [a, b]);
            await first.query("commit");
            return outcomeOf(second.query(hierarchy.edge, [b, a]));
        });
        expect(late).toBe(refusal);
    });

    it.for(hierarchies)("the second goes on if the first gives up, in $name", async (hierarchy, { database }) => {
        const { a, b } = await pairOf(database, hierarchy);
        const results = await withTwo(database, level, async (first, second, observer) => {
            await first.query(hierarchy.edge, [a, b]);
            const late = outcomeOf(second.query(hierarchy.edge, [b, a]));
            await untilBlocked(observer, second);
            await first.query("rollback");
            return [await late, await outcomeOf(second.query("commit"))];
        });
        expect(results).toEqual(["done", "done"]);
    });
});

// Serializable transactions of small tables also fail for rows that merely share a page.
describe.each(levels.slice(0, 2))("two sessions at $level", ({ level }) => {
    it.for(hierarchies)("nobody waits for another project, in $name", async (hierarchy, { database }) => {
        const one = await pairOf(database, hierarchy);
        const other = await pairOf(database, hierarchy);
        const results = await withTwo(database, level, async (first, second) => {
            await first.query(hierarchy.edge, [one.a, one.b]);
            await second.query("set local lock_timeout = '5s'");
            const late = await outcomeOf(second.query(hierarchy.edge, [other.a, other.b]));
            await first.query("commit");
            return [late, await outcomeOf(second.query("commit"))];
        });
        expect(results).toEqual(["done", "done"]);
    });

    it.for(hierarchies)("close a circle where the guard is missing, in $name", async (hierarchy, { database }) => {
        const { a, b } = await pairOf(database, hierarchy);
        const guard = (verb: string) =>
            withClient(database, (client) =>
                client.query(`alter table ${hierarchy.table} ${verb} trigger _380_guard_hierarchy`),
            );
        await guard("disable");
        try {
            const results = await withTwo(database, level, async (first, second) => {
                await first.query(hierarchy.edge, [a, b]);
                const late = await outcomeOf(second.query(hierarchy.edge, [b, a]));
                await first.query("commit");
                return [late, await outcomeOf(second.query("commit"))];
            });
            expect(results).toEqual(["done", "done"]);
        } finally {
            await guard("enable");
        }
    });
});
