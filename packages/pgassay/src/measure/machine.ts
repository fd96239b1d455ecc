import os from "node:os";
import type { Machine } from "../core/run-record.ts";

/** The machine this process runs on; not the server's, where that is another. */
export function readMachine(): Machine {
    return {
        platform: `${process.platform} ${process.arch}`,
        // What this process may use, which in a container can be less than the machine has.
        cpus: os.availableParallelism(),
        cpuModel: os.cpus()[0]?.model.trim() ?? "unknown",
        memoryMiB: Math.round(os.totalmem() / 2 ** 20),
        node: process.versions.node,
    };
}
