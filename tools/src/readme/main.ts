import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fillBlock } from "./fill-block.ts";

/** Run in the root of the repository: says when README's usage is not the program's, and with --write brings it there. */
const readme = readFileSync("README.md", "utf8");
const usage = execFileSync(process.execPath, ["packages/pgassay/bin/pgassay.js", "--help"], { encoding: "utf8" });
const current = fillBlock(readme, "usage", usage);
if (process.argv.includes("--write")) {
    writeFileSync("README.md", current);
} else if (current !== readme) {
    console.log("README.md: its usage is not what `pgassay --help` prints; npm run format brings it there");
    process.exitCode = 1;
}
