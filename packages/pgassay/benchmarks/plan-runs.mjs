// Whether `pgassay plan` says the same every time, how long it takes and how much memory Node.js has at most:
//
//   npm run build && node packages/pgassay/benchmarks/plan-runs.mjs [directory] [runs]
//
// The directory holds a project's configuration. A run before the counted ones fills the cache. Prints a line a run,
// then the number of different outputs, which has to be one, and the most memory of all.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const [directory = ".", runs = "10"] = process.argv.slice(2);
const program = fileURLToPath(new URL("../bin/pgassay.js", import.meta.url));
const mark = "peak in KiB: ";
const tellPeak = `process.on("exit", () => process.stderr.write("\\n${mark}" + process.resourceUsage().maxRSS + "\\n"));`;

await plan();
const all = [];
for (let run = 1; run <= Number(runs); run++) {
    const one = await plan();
    all.push(one);
    console.log(`run ${run}: ${one.seconds.toFixed(1)} s, ${one.peakMiB.toFixed(0)} MiB, output ${one.digest}`);
}
const outputs = new Set(all.map(({ digest }) => digest)).size;
const most = Math.max(...all.map(({ peakMiB }) => peakMiB));
console.log(`${runs} runs: outputs that differ: ${outputs}; at most ${most.toFixed(0)} MiB`);
process.exitCode = outputs === 1 ? 0 : 1;

async function plan() {
    const startMs = performance.now();
    const arguments_ = ["--import", `data:text/javascript,${encodeURIComponent(tellPeak)}`, program, "plan"];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, arguments_, {
        cwd: directory,
        maxBuffer: 1 << 26,
    });
    return {
        seconds: (performance.now() - startMs) / 1000,
        peakMiB: Number(stderr.slice(stderr.lastIndexOf(mark) + mark.length)) / 1024,
        digest: createHash("sha256").update(stdout).digest("hex").slice(0, 12),
    };
}
