import { describe, expect } from "vitest";
import type { Finding } from "../../../src/core/finding.ts";
import { acceptPlans } from "../../../src/plan/golden/accept.ts";
import { readGoldens } from "../../../src/plan/golden/golden-files.ts";
import { judgePlans } from "../../../src/plan/golden/judge.ts";
import { withClient } from "../../../src/server/client.ts";
import type { Database } from "../../../src/server/cluster.ts";
import { queryOf } from "../query-of.ts";
import { test } from "../shop.ts";
import { planRun, withGoldens } from "./accepted.ts";

const openSales = queryOf("select id from sale where state = 'open'");

/** Who plans in a database is from then on a role that owns nothing. */
async function planAs(database: Database, role: string): Promise<void> {
    await withClient(database, (client) =>
        client.query(`
            create role ${role};
            grant select on all tables in schema public to ${role};
            create function me() returns int language plpgsql stable as 'begin return 17; end';
            alter table sale enable row level security;
            create policy sale_own on sale using (customer_id = me());
            do $$ begin execute format('alter database %I set role = ${role}', current_database()); end $$;`),
    );
}

/** How the plan is found to have changed once it was accepted and somebody who may do so has changed something. */
async function findingsAfter(database: Database, change: string): Promise<readonly Finding[]> {
    return withGoldens(async (directory) => {
        await acceptPlans(directory, await planRun(database, [openSales]), undefined);
        await withClient(database, (client) => client.query(`set role none; ${change}`));
        const { results } = await judgePlans(await readGoldens(directory), await planRun(database, [openSales]));
        return results.flatMap(({ findings }) => findings.filter(({ code }) => code === "plan-changed"));
    });
}

describe("a policy that holds for who plans", () => {
    test("is named when it changes", ({ withShop }) =>
        withShop(async (database) => {
            await planAs(database, "clerk");
            const change = "alter policy sale_own on sale using (customer_id = 17 and note is null)";
            expect(await findingsAfter(database, change)).toMatchObject([
                { message: "the plan changed, it seems because policies of public.sale changed" },
            ]);
        }));

    test("leads to the functions that it calls", ({ withShop }) =>
        withShop(async (database) => {
            await planAs(database, "seller");
            expect(await findingsAfter(database, "alter function me() volatile")).toMatchObject([
                {
                    // A role that owns nothing can undo nothing.
                    message:
                        "the plan changed, it seems because function public.me() is declared volatile " +
                        "and was declared stable",
                },
            ]);
        }));
});
