// How long our own runner and pg_prove take for the same pgTAP files, in turns, so that a busy moment meets both:
//
//   npm run build && node packages/pgassay/benchmarks/pgtap-runners.mjs [files] [assertions] [rounds]
//
// Prints for each the time of the run alone, without the start of the server, the time of the whole command, and the
// processor time of the whole command with all its children, which is steadier on a machine that has else to do.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const [files = 100, assertions = 20, rounds = 3] = process.argv.slice(2).map(Number);
const program = fileURLToPath(new URL("../bin/pgassay.js", import.meta.url));
// Below the package, so that the configuration finds pgassay.
const parent = fileURLToPath(new URL("../test-results/", import.meta.url));

await mkdir(parent, { recursive: true });
const project = await mkdtemp(join(parent, "benchmark-"));
try {
    await writeProject(project);
    await run("tap", 1);
    const arms = [
        { name: `tap, ${files} files`, runner: "tap", count: files, times: [] },
        { name: `pg_prove, ${files} files`, runner: "pg_prove", count: files, times: [] },
        { name: "tap, 1 file", runner: "tap", count: 1, times: [] },
    ];
    for (let round = 0; round < rounds; round++) {
        for (const arm of arms) arm.times.push(await run(arm.runner, arm.count));
    }
    const best = (arm, key) => Math.min(...arm.times.map((time) => time[key]));
    for (const arm of arms) {
        const [runMs, wholeMs, cpuMs] = ["runMs", "wholeMs", "cpuMs"].map((key) => best(arm, key).toFixed(0));
        console.log(`${arm.name.padEnd(24)} run ${runMs} ms, whole ${wholeMs} ms, processor ${cpuMs} ms`);
    }
    const [ours, theirs] = arms;
    console.log(`pg_prove takes ${(best(theirs, "runMs") / best(ours, "runMs")).toFixed(1)} times as long for the run`);
} finally {
    await rm(project, { recursive: true });
}

async function writeProject(directory) {
    const config = { migrations: { directory: "migrations", schemaFile: "schema.sql" }, tests: "tests" };
    await mkdir(join(directory, "migrations"));
    await mkdir(join(directory, "tests"));
    await writeFile(join(directory, "pgassay.config.ts"), `export default ${JSON.stringify(config)};\n`);
    await writeFile(
        join(directory, "migrations/20260101000001_thing.sql"),
        "-- migrate:up\ncreate table public.thing (id int primary key);\n\n-- migrate:down\ndrop table public.thing;\n",
    );
    const lines = Array.from({ length: assertions }, (_, i) => `select is(${i}, ${i}, '${i} is itself');\n`).join("");
    const sql = `begin;\nselect plan(${assertions});\n${lines}select * from finish();\nrollback;\n`;
    for (let i = 0; i < files; i++) {
        await writeFile(join(directory, "tests", `file_${String(i).padStart(4, "0")}.sql`), sql);
    }
}

/** Runs so many of the files; throws unless every assertion passed. */
async function run(runner, count) {
    const operands = count === files ? [] : ["tests/file_0000.sql"];
    const { DATABASE_URL: _, ...environment } = process.env;
    const startMs = performance.now();
    const child = spawn(
        // A shell, so that the time of pgassay's own children is known when it ends.
        "sh",
        ["-c", '"$@"; status=$?; times >&2; exit $status', "sh", process.execPath, program, "test", "--json"].concat(
            ["--runner", runner],
            operands,
        ),
        { cwd: project, env: environment, stdio: ["ignore", "pipe", "pipe"] },
    );
    let stdout = "";
    let stderr = "";
    let beginsMs = Number.NaN;
    let endsMs = Number.NaN;
    child.stdout.on("data", (chunk) => {
        if (stdout === "") endsMs = performance.now();
        stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
        stderr += chunk;
        // The last step: server and template are there.
        if (Number.isNaN(beginsMs) && /^run \d+ test files$/m.test(stderr)) beginsMs = performance.now();
    });
    const [code] = await once(child, "close");
    const wholeMs = performance.now() - startMs;
    const result = code === 0 ? JSON.parse(stdout) : undefined;
    if (result?.totals.passed !== count * assertions) throw new Error(`${runner} did not pass: ${stdout}${stderr}`);
    const [user = 0, system = 0] = [
        ...stderr
            .trim()
            .split("\n")
            .at(-1)
            .matchAll(/(\d+)m([\d.]+)s/g),
    ].map(([, minutes, seconds]) => (Number(minutes) * 60 + Number(seconds)) * 1000);
    return { runMs: endsMs - beginsMs, wholeMs, cpuMs: user + system };
}
