import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** Identifies one process for as long as the machine runs: pids are reused, a pid with its start time is not. */
export interface Owner {
    readonly pid: number;
    readonly startedAt: string;
    /** Pids mean something only inside their namespace; temporary folders can be shared between containers. */
    readonly pidNamespace: string;
}

/** This process. */
export function thisProcess(): Owner {
    return { pid: process.pid, startedAt: startOf(process.pid) ?? "", pidNamespace: pidNamespace() };
}

/** Whether an owner is known to be gone. An owner in another pid namespace cannot be judged and counts as alive. */
export function isGone(owner: Owner): boolean {
    return owner.pidNamespace === pidNamespace() && startOf(owner.pid) !== owner.startedAt;
}

/** When a process started, in the words of the system it runs on; nothing when there is no such process. */
function startOf(pid: number): string | undefined {
    try {
        if (process.platform !== "linux") {
            return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" }).trim();
        }
        // proc(5): field 22 is the start time. Field 2, the command in brackets, may itself contain blanks and brackets.
        const fields = readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ");
        const [state, start] = [fields[0], fields[19]];
        return state === "Z" ? undefined : start;
    } catch {
        return undefined;
    }
}

function pidNamespace(): string {
    try {
        return readlinkSync("/proc/self/ns/pid");
    } catch {
        return "";
    }
}
