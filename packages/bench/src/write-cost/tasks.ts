import { withClient, type Recipe } from "pgassay";

/** Tasks that are there before the first write. */
export const initialTasks = 10_000;

/** What writes need to know of the rows that are there. */
export interface Tasks {
    readonly ids: readonly string[];
    readonly project: string;
    readonly user: string;
}

const fill = `
    alter table public.tasks disable trigger _800_audit_insert;

    insert into public.users (email, username, password_hash)
    values (
        'surveyor@example.org',
        'surveyor',
        '$argon2id$v=19$m=65536,t=3,p=4$c2FsdHNhbHQ$bm90IGEgcmVhbCBoYXNo'
    );

    insert into public.projects (name, created_by)
    select 'Survey of the coast', id from public.users where username = 'surveyor';

    insert into public.tasks (id, project_id, title, description, created_by)
    select
        uuidv7(),
        project.id,
        'Draw sheet ' || number,
        'Soundings of the bay, in metres: ' || number,
        project.created_by
    from
        public.projects as project,
        generate_series(1, ${initialTasks}) as number
    where project.name = 'Survey of the coast';

    alter table public.tasks enable trigger _800_audit_insert`;

/** The migrated schema with a project full of tasks, which nobody has recorded. */
export function tasksRecipe(schema: Recipe): Recipe {
    return {
        name: "write-cost",
        inputs: [fill],
        base: schema,
        build: (database) => withClient(database, async (client) => void (await client.query(fill))),
    };
}
