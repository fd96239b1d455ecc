import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

/** The root of the checkout that a directory is in: the nearest one with `.git`, which is a file in a worktree. */
export function checkoutRoot(directory: string): string | undefined {
    for (let at = resolve(directory); ; at = dirname(at)) {
        if (existsSync(join(at, ".git"))) return at;
        if (at === dirname(at)) return undefined;
    }
}
