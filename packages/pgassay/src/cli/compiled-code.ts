import * as nodeModule from "node:module";
import { join } from "node:path";
import { cachePath } from "../server/cache-directory.ts";

/**
 * Keeps what Node.js compiles of our files for the next run, where it can, since Node 22. Left to itself it would do so in
 * the temporary directory, where a run is to leave nothing. It goes on without if the cache cannot be written.
 */
export function keepCompiledCode(): void {
    const node: typeof nodeModule & { enableCompileCache?: (directory: string) => unknown } = nodeModule;
    node.enableCompileCache?.(join(cachePath(), "compiled"));
}
