import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("has migrations and a schema without mistakes: else run `npx pgassay lint`", async () => {
    const { DATABASE_URL: _, ...environment } = process.env;
    const { stdout } = await promisify(execFile)("npx", ["pgassay", "lint"], { env: environment }).catch(
        (failure: { readonly stdout: string }) => failure,
    );
    expect(stdout).toMatch(/^nothing is wrong with \d+ migrations and the schema\n$/);
});
