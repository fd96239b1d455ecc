import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { modelledKind } from "../../src/core/modelled-record.ts";
import { parseRecord } from "../../src/core/record-kind.ts";
import { edit, pgassay, withProject } from "./pgassay.ts";

describe("pgassay plan --modelled", () => {
    it("shows each plan once for the scales that share it, finds a broken promise, and loads nothing", () =>
        withProject(async (directory) => {
            expect((await pgassay(directory, ["stats", "capture", "--scales", "0.5,1"])).code).toBe(0);
            const config = join(directory, "pgassay.config.ts");
            // The library has the same size at every scale, so that no growth can be seen.
            await edit(
                config,
                'statistics: "statistics",',
                `statistics: "statistics",
                growth: {
                    "public.book": { rows: 1, because: "a test" },
                    "public.shelf": { rows: 0.5, because: "a test" },
                    "public.book.shelf_id": { distinct: 0.5, first: -0.5, last: -0.5, because: "a test" },
                },`,
            );
            const modelled = await pgassay(directory, ["plan", "--modelled", "1,100,10000"]);
            expect(modelled.stdout).toMatch(
                /book\/books_on_shelf#typical\n {4}at 1[^]*Index Scan using book_shelf_id_idx[^]*cost: .* at 10,000/,
            );
            expect(modelled.code).toBe(0);

            await edit(join(directory, "queries/book/books_on_shelf.sql"), "target:", "grows: bounded\ntarget:");
            const broken = await pgassay(directory, ["plan", "--modelled", "1,100,10000", "--json"]);
            expect(parseRecord(modelledKind, broken.stdout, "stdout")).toMatchObject({
                findings: [{ code: "grows-past-promise" }],
            });
            expect(broken.code).toBe(1);

            await edit(config, '"public.shelf":', '"public.shelv":');
            const unknown = await pgassay(directory, ["plan", "--modelled", "1"]);
            expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('did you mean "public.shelf"')]);
        }));

    it("refuses flags of the loaded dataset, and scales that are none", () =>
        withProject(async (directory) => {
            expect((await pgassay(directory, ["plan", "--modelled", "1", "--scale", "2"])).code).toBe(2);
            const growth = await pgassay(directory, ["plan", "--modelled", "1", "--growth"]);
            expect([growth.code, growth.stderr]).toEqual([2, expect.stringContaining("leave out --growth")]);
            expect((await pgassay(directory, ["plan", "--modelled", "1,x"])).code).toBe(2);
        }));
});
