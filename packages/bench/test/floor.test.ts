import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** What the test looks at of a plan in the run record. */
interface Plan {
    readonly query: string;
    readonly case: string;
    readonly buffers: { readonly hit: number; readonly read: number };
    readonly floor?: { readonly blocks: number } | { readonly unknown: string };
}

it("no case touches fewer blocks than the fewest that any plan needs, and most have that figure", async () => {
    const { DATABASE_URL: _, ...environment } = process.env;
    const args = ["pgassay", "plan", "--scale", "0.02", "--json"];
    // It exits 1 for what a small dataset makes of budgets and indexes, and prints the record all the same.
    const { stdout } = await promisify(execFile)("npx", args, { env: environment, maxBuffer: 2 ** 26 }).catch(
        (failed: { readonly stdout: string }) => failed,
    );
    const { plans } = JSON.parse(stdout) as { readonly plans: readonly Plan[] };
    const known = plans.flatMap(({ query, case: name, buffers: { hit, read }, floor }) =>
        floor !== undefined && "blocks" in floor ? [{ query, name, touched: hit + read, floor: floor.blocks }] : [],
    );
    expect(known.filter(({ floor, touched }) => floor > touched)).toEqual([]);
    expect(known.length).toBeGreaterThan(plans.length / 2);
});
