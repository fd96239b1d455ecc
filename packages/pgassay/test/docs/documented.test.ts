import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { glob } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { configShape } from "../../src/config/config.ts";
import { catalogRules } from "../../src/lint/catalog-rules.ts";

const sources = fileURLToPath(new URL("../../src/", import.meta.url));
const docs = new URL("../../../../docs/", import.meta.url);

/** Every code that the sources give a finding; those made of another program's rules have one page, named after it. */
async function findingCodes(): Promise<string[]> {
    const files = await glob("**/*.ts", { cwd: sources, absolute: true });
    const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
    const written = texts.flatMap((text) =>
        [...text.matchAll(/\bcode: (?:"([a-z-]+)"|`([a-z]+)-\$\{rule\}`)/g)].map(([, code, of]) => code ?? of ?? ""),
    );
    return [...written, ...(await catalogRules()).map(({ code }) => code)].sort();
}

describe("the documentation", () => {
    it("has a page for every finding and no other", async () => {
        const pages = (await readdir(new URL("findings/", docs))).map((page) => page.replace(/\.md$/, ""));
        expect(pages.sort()).toEqual([...new Set(await findingCodes())]);
    });

    it("begins each page of a finding with its code and says how severe it is", async () => {
        for (const code of new Set(await findingCodes())) {
            const page = await readFile(new URL(`findings/${code}.md`, docs), "utf8");
            expect(page).toMatch(new RegExp(`^# ${code}\n\n\\*\\*(?:Error|Warning)\\.\\*\\* `));
        }
    });

    it("explains every key of the configuration", async () => {
        const page = await readFile(new URL("config.md", docs), "utf8");
        const { migrations, ...others } = configShape.shape;
        const keys = [...Object.keys(migrations.shape).map((key) => `migrations.${key}`), ...Object.keys(others)];
        expect(keys.filter((key) => !page.includes(`| \`${key}\``))).toEqual([]);
    });
});
