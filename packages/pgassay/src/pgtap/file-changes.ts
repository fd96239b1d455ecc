import { once } from "node:events";

/** Editors write a file in several steps, and a checkout writes many: changes this close together are one. */
const quietMs = 40;

/** Changes of SQL files since somebody last asked. */
export interface FileChanges {
    /** The paths that were written, added or removed since the last call; waits for the first. Empty once aborted. */
    next(signal: AbortSignal): Promise<ReadonlySet<string>>;
}

/**
 * Watches the SQL files of directories at any depth, and of those that do not exist yet, for as long as `use` takes. What
 * editors write beside them while they save is no change.
 */
export async function withFileChanges<T>(
    directories: readonly string[],
    use: (changes: FileChanges) => Promise<T>,
): Promise<T> {
    // Loaded here, because most runs watch nothing.
    const { watch } = await import("chokidar");
    const watcher = watch([...directories], {
        ignoreInitial: true,
        ignored: (path, stats) => stats?.isFile() === true && !path.endsWith(".sql"),
    });
    let changed = new Set<string>();
    let heard: (() => void) | undefined;
    watcher.on("all", (_, path) => {
        changed.add(path);
        heard?.();
    });
    try {
        await once(watcher, "ready");
        return await use({
            async next(signal) {
                while (!signal.aborted && changed.size === 0) {
                    await new Promise<void>((resolve) => {
                        heard = resolve;
                        signal.addEventListener("abort", () => resolve(), { once: true });
                    });
                }
                for (let before = -1; !signal.aborted && before !== changed.size;) {
                    before = changed.size;
                    await new Promise((resolve) => setTimeout(resolve, quietMs));
                }
                const paths = changed;
                changed = new Set();
                return signal.aborted ? new Set() : paths;
            },
        });
    } finally {
        await watcher.close();
    }
}
