import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleInput } from "../report/html/example-input.ts";
import { pgassay, withProject } from "./pgassay.ts";

describe("pgassay report", () => {
    it("writes one page of all records and says what is in it", async () => {
        await withProject(async (directory) => {
            const [newest, first] = exampleInput().runs;
            await writeFile(join(directory, "a.json"), JSON.stringify(newest));
            await writeFile(join(directory, "b.json"), JSON.stringify(first));
            await writeFile(join(directory, "lint.json"), "[]");
            const { code, stdout } = await pgassay(directory, [
                "report",
                "a.json",
                "b.json",
                "lint.json",
                "-o",
                "r.html",
            ]);
            expect({ code, stdout }).toEqual({
                code: 0,
                stdout: expect.stringMatching(/^r\.html: 4 queries, 5 findings, \d+ kB\n$/),
            });
            expect(await readFile(join(directory, "r.html"), "utf8")).toMatch(/^<!doctype html>/);
        });
    });

    it.each([
        { args: [], happened: "no record was named" },
        { args: ["none.json"], happened: "ENOENT" },
        { args: ["package.json"], happened: "the file is JSON, but no record that a report shows" },
        { args: ["list.json"], happened: "the file is a list, but not of findings" },
    ])("refuses $args", async ({ args, happened }) => {
        await withProject(async (directory) => {
            await writeFile(join(directory, "package.json"), "{}");
            await writeFile(join(directory, "list.json"), "[1]");
            const { code, stdout, stderr } = await pgassay(directory, ["report", ...args]);
            expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
            expect(stderr).toContain(happened);
        });
    });
});
