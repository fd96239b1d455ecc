import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { globSync } from "tinyglobby";

const cwd = fileURLToPath(new URL("..", import.meta.url));

/** What the page of the report is built from. */
const pageSources = ["page/**", "src/core/**", "src/report/html/**", "../../docs/findings/*.md", "package.json"];

/**
 * Compiles pgassay, so that what the command line's tests start is what the sources say, and builds the page of the
 * report where that is older than its sources.
 */
export function setup(): void {
    execFileSync("npx", ["tsc", "-b"], { cwd, stdio: "inherit" });
    const newest = Math.max(...globSync(pageSources, { cwd, absolute: true }).map(changedAt));
    if (Math.min(...["page.js", "viewer.js"].map((file) => changedAt(`${cwd}/dist/page/${file}`))) < newest) {
        execFileSync("npm", ["run", "--silent", "build:page"], { cwd, stdio: "inherit" });
    }
}

/** In milliseconds; 0 for a file that is not there. */
function changedAt(file: string): number {
    return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
