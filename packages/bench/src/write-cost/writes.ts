import { initialTasks, type Tasks } from "./tasks.ts";

/** What is written, in which quantity: the same statements for every variant. */
export interface Write {
    /** For the table of results: `update 1`. */
    readonly name: string;
    /** A statement with parameters. */
    readonly sql: string;
    /** How often it is run and the time divided by. */
    readonly times: number;
    /** What audit trail and search together may make of the time without them, as a factor. */
    readonly limit: number;
    /** Its parameters, given the ids of the tasks that are there and how often it has been run. */
    values(tasks: Tasks, time: number): unknown[];
}

/** Rows that a bulk write changes. */
const bulkRows = 5_000;

/** A prime: its multiples visit the tasks in an order that is neither that of the index nor that of the heap. */
const stride = 7_919;

const some = (tasks: Tasks, first: number, count: number): (string | undefined)[] =>
    Array.from({ length: count }, (_, n) => tasks.ids[((first + n) * stride) % initialTasks]);

const add = `
    insert into public.tasks (id, project_id, title, created_by)
    select uuidv7(), $1, 'Sheet ' || number, $2
    from generate_series(1, $3::integer) as number`;

/**
 * What audit trail and search together may cost: a tenth more than the factors that were once measured for the cheapest
 * known design of each, on a bare table (ADR 0030; search is 1.19 for a write that leaves the text alone).
 */
const limitOf = (audit: number): number => audit * 1.19 * 1.1;

export const writes: readonly Write[] = [
    {
        name: "update 1",
        sql: "update public.tasks set actual_hours = actual_hours + 1 where id = any ($1)",
        times: 200,
        limit: limitOf(2.71),
        values: (tasks, time) => [some(tasks, time, 1)],
    },
    {
        name: "update 100",
        sql: "update public.tasks set actual_hours = actual_hours + 1 where id = any ($1)",
        times: 10,
        limit: limitOf(2.76),
        values: (tasks, time) => [some(tasks, time * 100, 100)],
    },
    {
        name: "update 5,000",
        sql: "update public.tasks set status = 'in_progress', started_at = now() where id = any ($1)",
        times: 1,
        limit: limitOf(3.24),
        values: (tasks) => [some(tasks, 0, bulkRows)],
    },
    {
        name: "insert 1",
        sql: add,
        times: 200,
        limit: limitOf(1.95),
        values: ({ project, user }) => [project, user, 1],
    },
    {
        name: "insert 5,000",
        sql: add,
        times: 1,
        limit: limitOf(1.96),
        values: ({ project, user }) => [project, user, bulkRows],
    },
    {
        name: "delete 5,000",
        sql: "delete from public.tasks where id = any ($1)",
        times: 1,
        limit: limitOf(5.51),
        values: (tasks) => [some(tasks, 0, bulkRows)],
    },
];
