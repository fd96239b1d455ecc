import { expect, it } from "vitest";
import { outcomeOf, type Client } from "../two-sessions.ts";
import { withLogin, withTenants } from "./signed-in.ts";

/** What only somebody who really signed in as the application can try: pgTAP's session belongs to a superuser. */
const otherRoles = [
    "set role bduf_owner",
    "set role bduf_admin",
    "set local role bduf_job",
    "set role postgres",
    "set role pg_read_all_data",
    "set session authorization postgres",
    "set session_replication_role = replica",
    "grant bduf_owner to bduf_app_login",
    "alter role bduf_app_login superuser",
];

async function rowsOf(client: Client, copy: string): Promise<number | null> {
    return (await client.query(copy)).rowCount;
}

it("keeps whoever signs in as the application in its role", async () => {
    await withTenants(async ({ database, attacker }) => {
        await withLogin(database, "bduf_app", async (client) => {
            for (const statement of otherRoles) {
                await client.query("begin");
                await client.query(`set local bduf.user_id = '${attacker}'`);
                expect(await outcomeOf(client.query(statement)), statement).toBe("42501");
                await client.query("rollback");
            }
            await client.query("set row_security = off");
            expect(await outcomeOf(client.query("select from public.tasks"))).toBe("42501");
        });
    });
});

it("copies nobody else's rows out, and none in", async () => {
    let attempts = 0;
    let copied = 0;
    await withTenants(async ({ database, attacker }) => {
        for (const role of ["bduf_app", "bduf_readonly"]) {
            await withLogin(database, role, async (client) => {
                const { rows: tables } = await client.query<{ name: string; columns: string }>(
                    `select relname as name, string_agg(quote_ident(attname), ', ' order by attnum) as columns
                    from pg_catalog.pg_class
                    join pg_catalog.pg_attribute on attrelid = pg_class.oid
                    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
                        and not attisdropped and attgenerated = ''
                        and has_column_privilege(pg_class.oid, attnum, 'select')
                    group by relname
                    order by relname`,
                );
                expect(tables.length).toBeGreaterThanOrEqual(18);
                for (const { name, columns } of tables) {
                    const read = `select ${columns} from public.${name}`;
                    await client.query("set bduf.user_id = ''");
                    const asNobody = [
                        await rowsOf(client, `copy (${read}) to stdout`),
                        await rowsOf(client, `copy public.${name} (${columns}) to stdout`),
                    ];
                    expect(asNobody, `${role} copies ${name}`).toEqual([0, 0]);

                    await client.query(`set bduf.user_id = '${attacker}'`);
                    const visible = await rowsOf(client, read);
                    const asAttacker = [
                        await rowsOf(client, `copy (${read}) to stdout (format binary)`),
                        await rowsOf(client, `copy public.${name} (${columns}) to stdout (format csv)`),
                    ];
                    expect(asAttacker, `${role} copies ${name}`).toEqual([visible, visible]);
                    copied += visible ?? 0;

                    // PostgreSQL has no COPY FROM under row-level security; a reader is refused before that.
                    expect(["42501", "0A000"]).toContain(
                        await outcomeOf(client.query(`copy public.${name} from stdin`)),
                    );
                    attempts += 5;
                }
            });
        }
    });
    expect(copied).toBeGreaterThan(0);
    console.log(`${attempts} attempts to copy, 0 rows leaked`);
});

it("forgets the user at the end of the transaction", async () => {
    await withTenants(async ({ database, attacker }) => {
        await withLogin(database, "bduf_app", async (client) => {
            expect(await rowsOf(client, "select from public.projects")).toBe(0);
            await client.query("begin");
            await client.query(`set local bduf.user_id = '${attacker}'`);
            expect(await rowsOf(client, "select from public.projects")).toBe(2);
            await client.query("commit");
            expect(await rowsOf(client, "select from public.projects")).toBe(0);
        });
    });
});

it("counts guesses that are made at the same time", async () => {
    await withTenants(async ({ database, victim }) => {
        await withLogin(database, "bduf_app", async (client) => {
            await client.query(`set bduf.user_id = '${victim}'`);
            const { rows } = await client.query<{ email: string }>("select email from public.users where id = $1", [
                victim,
            ]);
            const email = rows[0]?.email;
            const guesses = Array.from({ length: 8 }, (_, guess) =>
                withLogin(database, "bduf_app", (guesser) =>
                    guesser.query("select public.sign_in($1, $2) as id", [email, `$wrong$${guess}`]),
                ),
            );
            for (const guess of await Promise.all(guesses)) expect(guess.rows).not.toContainEqual({ id: victim });
        });
        await withLogin(database, "bduf_admin", async (client) => {
            const { rows } = await client.query(
                `select failed_login_attempts, locked_until > now() as locked from public.users where id = $1`,
                [victim],
            );
            expect(rows).toEqual([{ failed_login_attempts: 5, locked: true }]);
        });
    });
});
