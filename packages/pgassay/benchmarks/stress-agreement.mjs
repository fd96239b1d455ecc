// Whether the generator of `pgassay stress` measures what wrk (apt-get install wrk) measures on the same service and
// statement, in turns, so that a busy moment meets both. Run it where a pgassay.config.ts with a mix is:
//
//   npm run build && node packages/pgassay/benchmarks/stress-agreement.mjs [query#case] [connections] [seconds] [rounds]
//
// Prints the percentiles of each turn and the ratio of the medians over all rounds. wrk is written in C and leaves more of
// the processors to the server: take a statement that costs the server much more than a generator.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { loadConfig } from "../dist/config/load-config.js";
import { loadedRecipe } from "../dist/cli/dataset.js";
import { silent } from "../dist/core/progress.js";
import { driveLoad } from "../dist/measure/stress/drive-load.js";
import { withHttpLanes } from "../dist/measure/stress/http-lanes.js";
import { bindMix } from "../dist/measure/stress/mix.js";
import { pathOf } from "../dist/measure/stress/service-order.js";
import { withService } from "../dist/measure/stress/service.js";
import { spreadOf } from "../dist/measure/stress/spread.js";
import { readQueries } from "../dist/plan/read-queries.js";
import { withClient } from "../dist/server/client.js";
import { withCloneOf } from "../dist/server/with-cluster.js";
import { cacheDirectory } from "../dist/server/cache-directory.js";

const [subject, ...numbers] = process.argv.slice(2);
const [connections = 64, seconds = 10, rounds = 3] = numbers.map(Number);
const warmUpSeconds = 3;
const signal = new AbortController().signal;

const config = await loadConfig(process.cwd(), undefined, await cacheDirectory());
const queries = await readQueries(config.queries, config.root);
const recipe = await loadedRecipe(config, { scale: 1, seed: 1 });

await withCloneOf({ recipe, progress: silent }, async (database) => {
    const { role, pool: poolSize, mix: entries } = config.stress;
    const operations = await withClient(database, (client) => bindMix(client, queries, { role, entries }));
    const operation = operations.find((one) => one.subject === subject) ?? operations[0];
    console.log(`${operation.subject}, ${connections} connections, ${seconds} s a turn`);
    await withService({ database, operations, poolSize }, async ({ port }) => {
        const arms = { ours: () => ours(port, operation), wrk: () => wrk(port, operation) };
        const p50s = { ours: [], wrk: [] };
        await ours(port, operation, warmUpSeconds);
        for (let round = 0; round < rounds; round++) {
            for (const [name, measure] of Object.entries(arms)) {
                const { p50, p90, p99, perSecond } = await measure();
                p50s[name].push(p50);
                const ms = [p50, p90, p99].map((us) => (us / 1000).toFixed(2)).join(" ");
                console.log(`${name.padEnd(4)} p50 p90 p99 ${ms} ms, ${perSecond.toFixed(0)}/s`);
            }
        }
        const ratio = median(p50s.ours) / median(p50s.wrk);
        console.log(`the median of ours is ${ratio.toFixed(3)} times that of wrk`);
    });
});

async function ours(port, operation, duration = seconds) {
    return withHttpLanes(port, connections, async (lanes) => {
        const latenciesUs = [];
        const load = { durationMs: duration * 1000, signal };
        const { tookMs } = await driveLoad(
            lanes,
            () => operation,
            load,
            ({ latencyUs }) => latenciesUs.push(latencyUs),
        );
        return { ...spreadOf(latenciesUs), perSecond: latenciesUs.length / (tookMs / 1000) };
    });
}

async function wrk(port, operation) {
    const url = `http://127.0.0.1:${port}${pathOf(operation)}`;
    const args = ["-t1", `-c${connections}`, `-d${seconds}s`, "--latency", url];
    const { stdout } = await promisify(execFile)("wrk", args);
    const at = (percent) => {
        const [, figure, unit] = new RegExp(`^ +${percent}% +([\\d.]+)(us|ms|s)$`, "m").exec(stdout);
        return Number(figure) * { us: 1, ms: 1000, s: 1_000_000 }[unit];
    };
    const [, perSecond] = /Requests\/sec: +([\d.]+)/.exec(stdout);
    return { p50: at(50), p90: at(90), p99: at(99), perSecond: Number(perSecond) };
}

function median(numbers) {
    return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
