import { execFile, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { findTestFiles, silent, withCluster, type Recipe } from "pgassay";
import { expect, it } from "vitest";
import { testsDirectory } from "./project.ts";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const nothing: Recipe = { name: "nothing", inputs: [], build: () => Promise.resolve() };
const whyNot = spawnSync("pg_prove", ["--version"]).status === 0 ? "" : " (skipped: pg_prove is not installed)";

// What `docker compose run --rm pg-prove` does, without docker: it knows our migrations and files, and no pgassay.
it.runIf(whyNot === "")(`the script of docker compose passes every file with the real pg_prove${whyNot}`, async () => {
    await withCluster({ recipe: nothing, progress: silent }, async (cluster) => {
        const { hostname, port, username, password } = new URL(cluster.tcpUrl(cluster.database("postgres")));
        const env = { ...process.env, PGHOST: hostname, PGPORT: port, PGUSER: username, PGPASSWORD: password };
        const { stdout } = await promisify(execFile)("docker/prove-schema", { cwd: root, env, maxBuffer: 1 << 24 });
        expect(stdout).toMatch(/^Result: PASS$/m);
        const files = await findTestFiles(testsDirectory, {}, root);
        expect(stdout).toMatch(new RegExp(`^Files=${files.length}, `, "m"));
    });
});
