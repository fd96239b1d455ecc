// How often `pgassay compare` is wrong, while another process keeps a processor busy all the time:
//
//   npm run build
//   node packages/pgassay/benchmarks/comparison-errors.mjs alarms DIRECTORY [comparisons] [areas]
//   node packages/pgassay/benchmarks/comparison-errors.mjs slowdowns [times]
//
// `alarms` compares a project, or some areas of its queries, with itself until so many cases were compared; nothing may
// differ by counts, and hardly one by time. Cases of a run that doubts its times are not counted as timed. `slowdowns`
// plants a fifth more processor time in a query that touches the same blocks, so many times, and counts how often that is
// confirmed. Exits with 1 when more goes wrong than may.
import { Worker } from "node:worker_threads";
import { loadedRecipe } from "../dist/cli/dataset.js";
import { loadConfig } from "../dist/config/load-config.js";
import { silent } from "../dist/core/progress.js";
import { compareSides } from "../dist/measure/compare/compare-sides.js";
import { defaultSessionSize } from "../dist/measure/time-session.js";
import { readQueries } from "../dist/plan/read-queries.js";
import { cacheDirectory } from "../dist/server/cache-directory.js";
import { withClient } from "../dist/server/client.js";
import { withCluster } from "../dist/server/with-cluster.js";

/** One time verdict in so many may be wrong. */
const comparisonsPerAlarm = 500;
/** Of the planted slowdowns at least so many must be confirmed. */
const leastConfirmed = 0.9;

const [part, ...operands] = process.argv.slice(2);
const busy = new Worker("for (;;);", { eval: true });
try {
    if (part === "alarms") await countAlarms(operands[0], Number(operands[1] ?? 200), operands.slice(2));
    else if (part === "slowdowns") await countSlowdowns(Number(operands[0] ?? 50));
    else throw new Error("say alarms or slowdowns");
} finally {
    await busy.terminate();
}

async function countAlarms(directory, wanted, areas) {
    const count = { compared: 0, timed: 0, byCounts: 0, byTime: 0, doubted: 0, runs: 0 };
    while (count.compared < wanted) {
        const comparison = await compareWithItself(directory, areas);
        count.runs++;
        count.compared += comparison.cases.length;
        if (comparison.timesDoubted === undefined) {
            count.timed += comparison.cases.filter(({ time }) => time).length;
        } else {
            count.doubted++;
            console.log(comparison.timesDoubted);
        }
        for (const { query, case: name, base, head, work, time } of comparison.cases) {
            const differs = work.length > 0 || base.tree.join("\n") !== head.tree.join("\n");
            if (differs) count.byCounts++;
            const isSaid = time?.verdict === "slower" || time?.verdict === "faster";
            if (isSaid) count.byTime++;
            if (differs || isSaid) console.log(`${query}#${name}: ${differs ? "counts differ" : time.verdict}`);
        }
        console.log(
            `${count.compared} cases compared with themselves in ${count.runs} runs: ${count.byCounts} differ by counts; ` +
                `${count.byTime} of ${count.timed} by time, ${count.doubted} runs doubted their times`,
        );
    }
    if (count.byCounts > 0 || count.byTime > Math.ceil(count.timed / comparisonsPerAlarm)) process.exitCode = 1;
}

/** Both sides from one template, as `pgassay compare` builds them of two checkouts. */
async function compareWithItself(directory, areas) {
    const config = await loadConfig(directory, undefined, await cacheDirectory());
    const recipe = await loadedRecipe(config, { scale: 1, seed: 1 });
    const all = await readQueries(config.queries, config.root);
    const queries = areas.length === 0 ? all : all.filter(({ id }) => areas.includes(id.split("/")[0]));
    return withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        const sides = { base: { name: "base", template, queries }, head: { name: "head", template, queries } };
        return compareSides(cluster, sides, { turns: 20, session: defaultSessionSize }, silent);
    });
}

async function countSlowdowns(wanted) {
    const rows = "create table public.book (id int primary key, title text not null)";
    const recipe = {
        name: "comparison-errors",
        inputs: [rows],
        build: (database) =>
            withClient(database, async (client) => {
                await client.query(rows);
                await client.query(
                    "insert into public.book select n, 'volume ' || n from generate_series(1, 120) as n",
                );
                await client.query("vacuum (freeze, analyze)");
            }),
    };
    // Hashing is nearly all that it does, so a fifth more hashing is a fifth more time.
    const side = (name, hashes, template) => ({ name, template, queries: [hashingQuery(hashes)] });
    const ratios = [];
    let confirmed = 0;
    await withCluster({ recipe, progress: silent }, async (cluster) => {
        const template = await cluster.ensureTemplate(recipe, silent);
        for (let time = 1; time <= wanted; time++) {
            const sides = { base: side("base", 10, template), head: side("head", 12, template) };
            const options = { turns: 20, session: defaultSessionSize };
            const comparison = await compareSides(cluster, sides, options, silent);
            const [{ work, time: measured }] = comparison.cases;
            if (work.length > 0) throw new Error("the slowdown moved counts, and is to move none");
            if (measured.verdict === "slower") confirmed++;
            ratios.push(measured.first.ratio.ratio);
            const doubts = comparison.timesDoubted === undefined ? "" : " (times doubted)";
            console.log(
                `${confirmed} of ${time} confirmed; this one ${ratios.at(-1).toFixed(3)} times as long${doubts}`,
            );
        }
    });
    const middle = ratios.toSorted((a, b) => a - b)[ratios.length >> 1];
    console.log(`${confirmed} of ${wanted} confirmed, each ${middle.toFixed(3)} times as long in the middle`);
    if (confirmed < leastConfirmed * wanted) process.exitCode = 1;
}

function hashingQuery(hashes) {
    const hashed = Array.from({ length: hashes }, (_, i) => `length(sha512((title || ${i})::bytea))`).join(" + ");
    return {
        id: "book/hash_titles",
        file: "hash_titles.sql",
        about: "Spends processor time on blocks that it has anyway.",
        parameters: [],
        cases: [{ name: "typical", arguments: [], budget: {}, mayBeEmpty: false }],
        requiredIndexes: [],
        targetMsP95: 1000,
        kind: "read",
        text: `select sum(${hashed}) from public.book`,
    };
}
