import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const compiled = new URL("../../dist/", import.meta.url);

/** What a process that parses much SQL says on stderr, and the most memory it has meanwhile, in MiB. */
async function parsing({ modestly }: { readonly modestly: boolean }): Promise<{ peak: number; stderr: string }> {
    const script = `
        const { useModestMemory } = await import("${new URL("cli/modest-memory.js", compiled).href}");
        if (${String(modestly)}) useModestMemory();
        const { loadSqlParser, parseSql } = await import("${new URL("core/sql-text.js", compiled).href}");
        await loadSqlParser();
        for (let seen = 0; seen < 3000; seen++)
            parseSql("select a, b + " + seen + " from t join u using (id) where a in (1, 2, 3) and exists (select from v)");
        // What was given to another thread to compile has to come back.
        setTimeout(() => console.log(process.resourceUsage().maxRSS / 1024), 1000);
    `;
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script]);
    return { peak: Number(stdout), stderr };
}

it("takes far less memory to parse SQL, by flags that this Node.js knows", async () => {
    const modest = await parsing({ modestly: true });
    expect(modest.stderr).toBe("");
    const usual = await parsing({ modestly: false });
    expect(modest.peak).toBeLessThan(usual.peak * 0.8);
});
