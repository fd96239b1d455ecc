import { spawnSync } from "node:child_process";
import { chromium as engine, type Browser } from "playwright-core";

/** The system's Chromium; playwright would download one of its own. */
export const chromium = ["chromium", "chromium-browser", "google-chrome"].find(
    (name) => spawnSync(name, ["--version"]).status === 0,
);

export async function startChromium(): Promise<Browser> {
    const path = spawnSync("which", [chromium ?? ""], { encoding: "utf8" }).stdout.trim();
    // Root may not use the sandbox, and the page is our own.
    return engine.launch({ executablePath: path, args: process.getuid?.() === 0 ? ["--no-sandbox"] : [] });
}
