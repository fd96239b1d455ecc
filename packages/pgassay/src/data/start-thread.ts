import { Worker } from "node:worker_threads";

/**
 * Starts a module of pgassay in a thread of its own. Started from sources, as tests do, the thread needs what its parent
 * has: TypeScript, and the condition `source`.
 *
 * @param module name of its file, without the extension
 * @param beside where it lies: the `import.meta.url` of a module in the same folder
 */
export function startThread(module: string, beside: string, workerData: unknown): Worker {
    const isSource = beside.endsWith(".ts");
    return new Worker(new URL(`./${module}${isSource ? ".ts" : ".js"}`, beside), {
        workerData,
        ...(isSource && {
            execArgv: ["--conditions=source", "--import", import.meta.resolve("jiti/register")],
            env: { ...process.env, JITI_FS_CACHE: "false" },
        }),
    });
}
