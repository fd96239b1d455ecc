import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

/** After this long without an answer to a fast shutdown the server is told to drop everything. */
const patienceMs = 10_000;
const pollMs = 10;

/** Stops the server of a data directory, if one runs there, and waits until it is gone. */
export async function endPostmaster(dataDirectory: string): Promise<void> {
    const pid = await postmasterPid(dataDirectory);
    if (pid === undefined) return;
    // SIGINT is a fast shutdown: it does not wait for clients, as SIGTERM would. SIGQUIT leaves recovery to the next start.
    for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
        if (!signalled(pid, signal)) return;
        for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
            if ((await postmasterPid(dataDirectory)) !== pid) return;
            await sleep(pollMs);
        }
    }
}

/** The pid of the server running on a data directory; nothing when none does. */
async function postmasterPid(dataDirectory: string): Promise<number | undefined> {
    const lockFile = await readFile(join(dataDirectory, "postmaster.pid"), "utf8").catch(() => "");
    const pid = Number.parseInt(lockFile, 10);
    // A crashed server leaves its lock file, and its pid may by now be somebody else's.
    return pid > 0 && (await commandLine(pid)).includes(dataDirectory) ? pid : undefined;
}

async function commandLine(pid: number): Promise<string> {
    if (process.platform === "linux") return readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    const { stdout } = await promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).catch(() => ({
        stdout: "",
    }));
    return stdout;
}

function signalled(pid: number, signal: NodeJS.Signals): boolean {
    try {
        return process.kill(pid, signal);
    } catch {
        return false;
    }
}
