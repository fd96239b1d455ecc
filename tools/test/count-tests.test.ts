import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { test as base, expect } from "vitest";

const program = fileURLToPath(new URL("../../.ci/count-tests.mjs", import.meta.url));

interface Repository {
    write(path: string, text: string): Promise<void>;
    count(...reports: string[]): Promise<{ readonly code: number; readonly lines: readonly string[] }>;
}

const test = base.extend<{ repository: Repository }>({
    repository: async ({}, use) => {
        const root = await mkdtemp(join(tmpdir(), "count-tests-"));
        await use({
            async write(path, text) {
                await mkdir(join(root, dirname(path)), { recursive: true });
                await writeFile(join(root, path), text);
            },
            count: async (...reports) =>
                new Promise((resolve) => {
                    execFile(process.execPath, [program, ...reports], { cwd: root }, (error, stdout) => {
                        resolve({ code: error ? Number(error.code) : 0, lines: stdout.trimEnd().split("\n") });
                    });
                }),
        });
        await rm(root, { recursive: true });
    },
});

const one = '<testsuites><testsuite name="a"><testcase classname="a" name="one"/></testsuite></testsuites>';

test("cases count, whatever the attributes of the whole say", async ({ repository }) => {
    await repository.write(
        "a.xml",
        `<testsuites tests="99" failures="99"><testsuite name="a">
            <testcase classname="a" name="passes > is allowed here" time="0.1"/>
            <testcase classname="a" name="talks"><system-out><![CDATA[<failure>]]></system-out></testcase>
            <testcase classname="a" name="fails"><failure message="no">text</failure></testcase>
            <testcase classname="a" name="breaks">
                <error message="no"/>
            </testcase>
            <testcase classname="a" name="waits"><skipped/></testcase>
        </testsuite></testsuites>`,
    );
    expect(await repository.count("a.xml")).toEqual({
        code: 1,
        lines: [
            "FAILED in a.xml: fails",
            "    text",
            "FAILED in a.xml: breaks",
            "    no",
            "a.xml: 2 passed, 2 failed, 1 skipped",
            "2 passed, 2 failed, 1 skipped",
        ],
    });
});

test("a failed case is named with its message, which is cut when it is long", async ({ repository }) => {
    const values = Array.from({ length: 40 }, (_, line) => `value ${line}`).join("\n");
    await repository.write(
        "a.xml",
        `<testsuites><testsuite name="a">
            <testcase classname="test/a.test.ts" name="area &gt; is &quot;red&quot;"><failure message="short">
expected 1 to be 2 &#10;&lt;here&#x3E;
</failure></testcase>
            <testcase classname="a" name="long"><failure><![CDATA[${values} </failure> & more]]></failure></testcase>
        </testsuite></testsuites>`,
    );
    const { lines } = await repository.count("a.xml");
    expect(lines.slice(0, 5)).toEqual([
        'FAILED in a.xml: area > is "red"',
        "    expected 1 to be 2",
        "    <here>",
        "FAILED in a.xml: long",
        "    value 0",
    ]);
    expect(lines.slice(-4)).toEqual([
        "    value 29",
        "    … and 10 lines more",
        "a.xml: 0 passed, 2 failed",
        "0 passed, 2 failed",
    ]);
});

test("the packages that have tests are summed", async ({ repository }) => {
    await repository.write("package.json", '{ "workspaces": ["p/a", "p/b", "p/c"] }');
    await repository.write("p/a/package.json", '{ "scripts": { "test": "vitest run" } }');
    await repository.write("p/a/test-results/one.xml", one);
    await repository.write("p/a/test-results/two.xml", one);
    await repository.write("p/b/package.json", '{ "scripts": { "test": "vitest run" } }');
    await repository.write("p/b/test-results/one.xml", one);
    await repository.write("p/c/package.json", '{ "scripts": { "build": "tsc -b" } }');
    expect(await repository.count()).toEqual({
        code: 0,
        lines: [
            "p/a/test-results/one.xml: 1 passed, 0 failed",
            "p/a/test-results/two.xml: 1 passed, 0 failed",
            "p/b/test-results/one.xml: 1 passed, 0 failed",
            "3 passed, 0 failed",
        ],
    });
});

test("a package whose tests left no report has failed", async ({ repository }) => {
    await repository.write("package.json", '{ "workspaces": ["p/a", "p/b"] }');
    await repository.write("p/a/package.json", '{ "scripts": { "test": "vitest run" } }');
    await repository.write("p/a/test-results/one.xml", one);
    await repository.write("p/b/package.json", '{ "scripts": { "test": "vitest run" } }');
    expect(await repository.count()).toEqual({
        code: 1,
        lines: [
            "p/a/test-results/one.xml: 1 passed, 0 failed",
            "p/b left no report: 0 passed, 1 failed",
            "1 passed, 1 failed",
        ],
    });
});

test("a report that is not there has failed", async ({ repository }) => {
    expect(await repository.count("a.xml")).toEqual({
        code: 1,
        lines: ["a.xml is not there: 0 passed, 1 failed", "0 passed, 1 failed"],
    });
});

test("no test at all is a failure", async ({ repository }) => {
    await repository.write("a.xml", "<testsuites/>");
    expect(await repository.count("a.xml")).toEqual({
        code: 1,
        lines: ["a.xml: 0 passed, 0 failed", "0 passed, 0 failed"],
    });
});
