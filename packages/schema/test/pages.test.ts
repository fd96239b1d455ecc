import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("has pages in docs/schema that say what the catalog says: else run `npx pgassay docs`", async () => {
    const { DATABASE_URL: _, ...environment } = process.env;
    const { stdout } = await promisify(execFile)("npx", ["pgassay", "docs", "--check"], { env: environment }).catch(
        (failure: { readonly stdout: string }) => failure,
    );
    expect(stdout).toMatch(/ says what the catalog says, on \d+ pages\n$/);
});
