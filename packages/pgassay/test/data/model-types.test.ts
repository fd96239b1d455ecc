import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const models = fileURLToPath(new URL("./model-refuses.ts", import.meta.url));

it("refuses at compile time what a table cannot hold", async () => {
    const flags = [
        "--noEmit",
        "--ignoreConfig",
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2023",
        "--allowImportingTsExtensions",
        "--skipLibCheck",
    ];
    const compile = promisify(execFile)(
        "npx",
        ["tsc", ...flags, "--types", "node", "--customConditions", "source", models],
        { cwd: root },
    );
    // tsc prints what it finds; an expectation without its error counts as one.
    await expect(compile.catch((error: { stdout: string }) => error)).resolves.toMatchObject({ stdout: "" });
});
