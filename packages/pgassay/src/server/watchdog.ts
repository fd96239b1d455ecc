import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * Waits for the end of its input, which comes when the process that made it closes the pipe or dies in whatever way;
 * then stops the server with the signal in $1 that runs on the data directory $2, and removes all further arguments.
 * It has a process group of its own, so that a Ctrl-C meant for its maker does not end it.
 */
const script = `
trap '' INT TERM HUP
cat >/dev/null
signal=$1 data=$2
shift 2
waited=0
if pid=$(head -n 1 "$data/postmaster.pid" 2>/dev/null) && [ -n "$pid" ]; then
    kill -s "$signal" "$pid" 2>/dev/null
    while [ -e "$data/postmaster.pid" ] && kill -0 "$pid" 2>/dev/null; do
        waited=$((waited + 1))
        [ "$waited" -eq 1000 ] && kill -s QUIT "$pid"
        [ "$waited" -eq 2000 ] && kill -s KILL "$pid"
        [ "$waited" -gt 2100 ] && break
        sleep 0.01
    done
fi
for attempt in 1 2 3; do
    rm -rf "$@" 2>/dev/null && break
    sleep 0.1
done
`;

export interface Watchdog {
    /** Stops the server and removes the directories now, and returns when that is done. */
    release(): Promise<void>;
}

/** Starts a watchdog for a server that is about to be started on `data`. */
export function startWatchdog(data: string, directories: readonly string[]): Watchdog {
    // SIGQUIT ends at once, without writing what is thrown away a moment later.
    const watchdog = spawn("sh", ["-c", script, "pgassay-watchdog", "QUIT", data, ...directories], {
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
    });
    const gone = once(watchdog, "exit");
    return {
        async release() {
            watchdog.stdin.end();
            await gone;
        },
    };
}
