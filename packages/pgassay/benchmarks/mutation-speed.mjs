// How fast `pgassay mutate` is, by class of mutant, and where the time goes:
//
//   npm run build && node packages/pgassay/benchmarks/mutation-speed.mjs [directory] [mutants a class] [classes]
//
// Takes so many mutants of each class of the project in the directory, evenly out of all of them (100 by default, or all
// there are), without knowing which file killed what the last time. Prints for each class the seconds that all took,
// the processor time of the server and of Node, which is steadier on a machine that has else to do, how many statements
// of tests a mutant was shown, and how the time that sessions waited for answers divides into planting defects, running
// tests, comparing catalogs and taking everything back.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { judgeIndexMutants } from "../dist/cli/index-mutants.js";
import { loadConfig } from "../dist/config/load-config.js";
import { silent } from "../dist/core/progress.js";
import { schemaRecipe } from "../dist/migrate/schema-recipe.js";
import { judgeByPlanning } from "../dist/mutate/judge-by-plans.js";
import { judgeMutants } from "../dist/mutate/judge-mutants.js";
import { runBaseline } from "../dist/mutate/baseline.js";
import { mutantsOfSchema } from "../dist/mutate/derive-mutants.js";
import { readSchema } from "../dist/mutate/read-schema.js";
import { readSuite } from "../dist/mutate/suite.js";
import { findTestFiles, setupFolder } from "../dist/pgtap/find-test-files.js";
import { testSearchPath } from "../dist/pgtap/run-file.js";
import { testRecipe } from "../dist/pgtap/test-recipe.js";
import { cacheDirectory } from "../dist/server/cache-directory.js";
import { withClient } from "../dist/server/client.js";
import { withCluster } from "../dist/server/with-cluster.js";

const [directory = ".", most = "100", ...classes] = process.argv.slice(2);
const config = await loadConfig(directory, undefined, join(await cacheDirectory(), "config"));
const files = await findTestFiles(config.tests, {}, config.root);
const recipe = await testRecipe(await schemaRecipe(config.migrations), join(config.tests, setupFolder));
const context = { progress: silent, environment: {}, now: () => new Date() };
const phases = watchSessions();

await withCluster({ recipe, progress: silent }, async (cluster) => {
    const template = await cluster.ensureTemplate(recipe, silent);
    const schema = await cluster.withClone(template, (clone) =>
        withClient(clone, (client) => readSchema(client, [config.migrations.migrationsTable]), {
            searchPath: testSearchPath,
        }),
    );
    const all = (await mutantsOfSchema(schema)).filter(({ ineffective }) => !ineffective);
    const suite = await readSuite(files);
    let baseline = [];
    const { seconds } = await timed(cluster, async () => {
        baseline = await runBaseline(cluster, template, suite, silent);
    });
    console.log(`the suite without a defect, twice: ${seconds.toFixed(1)} s`);
    console.log(heading());
    for (const name of classes.length > 0 ? classes : new Set(all.map(className))) {
        const ofClass = all.filter((mutant) => className(mutant) === name);
        const mutants = evenly(ofClass, Number(most));
        let verdicts = new Map();
        const cost = await timed(cluster, async () => {
            verdicts = mutants.some(({ oracle }) => oracle === "plan")
                ? (await judgeIndexMutants(config, {}, mutants, context, judgeByPlanning)).verdicts
                : await judgeMutants(cluster, template, mutants, baseline, new Map(), silent);
        });
        const noticed = [...verdicts.values()].filter(({ kind }) => kind === "killed");
        console.log(line(name, mutants.length, noticed.length, cost));
    }
});

/** Those that plans look at first are apart: what they cost is another server's time. */
function className({ class: name, oracle }) {
    return oracle === "plan" ? `${name}-plans` : name;
}

function evenly(list, count) {
    return list.filter((_, i) => Math.floor((i * count) / list.length) !== Math.floor(((i - 1) * count) / list.length));
}

/** Sums up what sessions wait for, by what they ask. */
function watchSessions() {
    const sums = { statements: 0, plant: 0, run: 0, compare: 0, undo: 0 };
    const { prototype } = pg.Client;
    // oxlint-disable-next-line typescript/unbound-method -- it is applied to the client that was asked
    const { query } = prototype;
    prototype.query = function (...args) {
        const text = typeof args[0] === "string" ? args[0] : args[0].text;
        const startMs = performance.now();
        const answer = query.apply(this, args);
        const phase = phaseOf(text, typeof args[0] === "object");
        if (phase === "run") sums.statements++;
        const end = () => (sums[phase] += performance.now() - startMs);
        answer?.then?.(end, end);
        return answer;
    };
    return sums;
}

/** Test statements are sent as objects; what plants a mutant stands between `begin` and the savepoint of the file. */
function phaseOf(text, isStatement) {
    if (isStatement) return "run";
    if (/fingerprint\(\)/.test(text)) return "compare";
    if (/^(rollback|drop database)/.test(text)) return "undo";
    return text.trimStart().startsWith("savepoint") ? "run" : "plant";
}

/** What work costs: seconds on the clock, processor seconds of the server and of Node, and the phases in seconds. */
async function timed(cluster, work) {
    for (const key of Object.keys(phases)) phases[key] = 0;
    const before = { ms: performance.now(), cpu: process.cpuUsage(), server: await serverSeconds(cluster) };
    await work();
    const { user, system } = process.cpuUsage(before.cpu);
    return {
        seconds: (performance.now() - before.ms) / 1000,
        server: (await serverSeconds(cluster)) - before.server,
        node: (user + system) / 1e6,
        statements: phases.statements,
        ...Object.fromEntries(["plant", "run", "compare", "undo"].map((key) => [key, phases[key] / 1000])),
    };
}

/** Processor time of all sessions of a server that have ended. Linux alone tells; elsewhere it is no number. */
async function serverSeconds({ dataDirectory }) {
    try {
        const [pid] = (await readFile(join(dataDirectory, "postmaster.pid"), "utf8")).split("\n");
        const stat = await readFile(`/proc/${pid}/stat`, "utf8");
        const [user, system] = stat
            .slice(stat.lastIndexOf(")") + 2)
            .split(" ")
            .slice(13, 15);
        return (Number(user) + Number(system)) / 100;
    } catch {
        return Number.NaN;
    }
}

function heading() {
    return `${"class".padEnd(14)} mutants killed seconds   a second server cpu node cpu statements plant    run compare  undo`;
}

function line(name, count, killed, cost) {
    const figure = (value, width, digits = 1) => value.toFixed(digits).padStart(width);
    return [
        name.padEnd(14),
        figure(count, 8, 0),
        figure(killed, 7, 0),
        figure(cost.seconds, 8),
        figure(count / cost.seconds, 11),
        figure(cost.server, 11),
        figure(cost.node, 9),
        figure(cost.statements / count, 11),
        figure(cost.plant, 6),
        figure(cost.run, 7),
        figure(cost.compare, 8),
        figure(cost.undo, 6),
    ].join("");
}
