import { silent, withClient, withCloneOf, type Database } from "pgassay";
import { ourTestRecipe } from "../project.ts";
import type { Client } from "../two-sessions.ts";

/** Two tenants in one database: the administrator of each. */
export interface Tenants {
    readonly database: Database;
    readonly attacker: string;
    readonly victim: string;
}

/** Hands a database with two tenants to `use`; what the tenants own is in `tap.tenant_row`. */
export async function withTenants(use: (tenants: Tenants) => Promise<void>): Promise<void> {
    const recipe = await ourTestRecipe();
    await withCloneOf({ recipe, progress: silent }, async (database) => {
        const tenants = await withClient(database, async (client) => {
            await client.query("set search_path = public, tap");
            const { rows } = await client.query<{ attacker: string; victim: string }>(
                "select tap.a_tenant('attackers') as attacker, tap.a_tenant('victims') as victim",
            );
            const [made] = rows;
            if (!made) throw new Error("no tenants");
            return made;
        });
        await use({ database, ...tenants });
    });
}

/** Connects as somebody who signs in with `role` and nothing else, as the application does. */
export async function withLogin<T>(database: Database, role: string, use: (client: Client) => Promise<T>): Promise<T> {
    const login = `${role}_login`;
    await withClient(database, async (client) => {
        const { rowCount } = await client.query("select from pg_catalog.pg_roles where rolname = $1", [login]);
        if (rowCount === 0) await client.query(`create role ${login} login in role ${role}`);
    });
    const url = new URL(database.url.replace("@/", "@localhost/"));
    const socket = database.url.includes("@/");
    url.username = login;
    return withClient({ ...database, url: socket ? url.href.replace("@localhost/", "@/") : url.href }, use);
}
