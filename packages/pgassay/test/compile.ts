import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Compiles pgassay, so that what the command line's tests start is what the sources say. */
export function setup(): void {
    execFileSync("npx", ["tsc", "-b"], { cwd: fileURLToPath(new URL("..", import.meta.url)), stdio: "inherit" });
}
