import { testSearchPath } from "../pgtap/run-file.ts";
import type { TestFile } from "../pgtap/find-test-files.ts";
import { withoutPassword } from "../server/client.ts";
import type { Cluster, ClonePool, Database } from "../server/cluster.ts";
import { untilInterrupted } from "./until-interrupted.ts";

/** Each takes the room of a whole schema; when everything fails the first ones tell why. */
const mostKept = 10;

/** The databases of files that failed, kept to be looked at. */
export class KeptClones {
    readonly #cluster: Cluster;
    readonly #serverUrl: string | undefined;
    readonly #byFile = new Map<string, Database>();

    /** @param serverUrl the server somebody else runs, where it is not our own */
    constructor(cluster: Cluster, serverUrl: string | undefined) {
        this.#cluster = cluster;
        this.#serverUrl = serverUrl;
    }

    get size(): number {
        return this.#byFile.size;
    }

    /** Keeps a clone and returns its URL, with which `psql URL -f FILE` runs the file again; nothing once it is many. */
    readonly keep = ({ name }: TestFile, clone: Database): string | undefined => {
        if (this.#byFile.size >= mostKept) return undefined;
        this.#byFile.set(name, clone);
        const url = this.#cluster.tcpUrl(clone);
        const options = encodeURIComponent(`-c search_path=${testSearchPath.join(",")}`);
        // Our own server's password ends with the server; somebody else's has no business in a log.
        const shown = this.#serverUrl === undefined ? url : withoutPassword(url);
        return `${shown}${shown.includes("?") ? "&" : "?"}options=${options}`;
    };

    /** Drops what was kept of files that are about to run again. */
    drop(files: readonly TestFile[], clones: ClonePool): void {
        for (const { name } of files) {
            const clone = this.#byFile.get(name);
            if (clone) clones.drop(clone);
            this.#byFile.delete(name);
        }
    }

    /** Keeps our own server running until somebody ends it; a server of somebody else runs anyway. */
    async stay(note: (text: string) => void): Promise<void> {
        if (this.#serverUrl !== undefined) {
            note("The next run on that server drops the databases that were kept.");
            return;
        }
        note("The server stays for the databases that were kept; Ctrl-C ends it.");
        await untilInterrupted(
            (interrupted) => new Promise<void>((resolve) => interrupted.addEventListener("abort", () => resolve())),
        );
    }
}
