import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readQueries } from "../../src/plan/read-queries.ts";

const page = join(import.meta.dirname, "../../../../docs/queries.md");

it("the example of docs/queries.md is a queries directory without a mistake", async () => {
    const text = await readFile(page, "utf8");
    const block = (language: string): string =>
        new RegExp(`^\`\`\`${language}\n([^]*?)^\`\`\``, "m").exec(text)?.[1] ?? "";
    const directory = await mkdtemp(join(tmpdir(), "pgassay-queries-"));
    try {
        await mkdir(join(directory, "task"));
        await writeFile(join(directory, "task/my_open_tasks.sql"), block("sql"));
        await writeFile(join(directory, "values.yaml"), block("yaml"));
        const [query] = await readQueries(directory, directory);
        expect(query).toMatchObject({ id: "task/my_open_tasks", targetMsP95: 5 });
        expect(query?.cases.map(({ mayBeEmpty }) => mayBeEmpty)).toEqual([false, false, true]);
    } finally {
        await rm(directory, { recursive: true });
    }
});
