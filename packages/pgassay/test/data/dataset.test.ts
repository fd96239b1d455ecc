import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it as base } from "vitest";
import { datasetInputs } from "../../src/data/dataset.ts";
import { smallDataset } from "./small-dataset.ts";

const it = base.extend<{ directory: string }>({
    directory: async ({}, use) => {
        const directory = await mkdtemp(join(tmpdir(), "pgassay-dataset-"));
        await use(directory);
        await rm(directory, { recursive: true });
    },
});

const options = { scale: 1, seed: 1 };

describe("datasetInputs", () => {
    it("change with the code of the dataset, its scale and its seed", async ({ directory }) => {
        const dataset = { ...smallDataset(), sources: [pathToFileURL(`${directory}/`)] };
        await writeFile(join(directory, "rows.ts"), "export const rows = 1;");
        const inputs = await datasetInputs(dataset, options);
        await writeFile(join(directory, "rows.ts"), "export const rows = 2;");
        expect(await datasetInputs(dataset, options)).not.toEqual(inputs);
        await writeFile(join(directory, "rows.ts"), "export const rows = 1;");
        expect(await datasetInputs(dataset, options)).toEqual(inputs);
        expect(await datasetInputs(dataset, { ...options, scale: 2 })).not.toEqual(inputs);
        expect(await datasetInputs(dataset, { ...options, seed: 2 })).not.toEqual(inputs);
    });

    it("do not change with what decides no rows", async ({ directory }) => {
        const dataset = { ...smallDataset(), sources: [pathToFileURL(`${directory}/`)] };
        const inputs = await datasetInputs(dataset, options);
        await writeFile(join(directory, "README.md"), "# Rows");
        await writeFile(join(directory, "rows.d.ts"), "export declare const rows: number;");
        expect(await datasetInputs(dataset, options)).toEqual(inputs);
    });
});
