import { z } from "zod";
import { readBuilt } from "./built-file.ts";

const pageSchema = z.strictObject({
    /** What it means, in a line. */
    summary: z.string(),
    markdown: z.string(),
    html: z.string(),
});

/** The pages of `docs/findings` by code. */
export type FindingPages = Readonly<Record<string, z.infer<typeof pageSchema>>>;

/** @throws an environment error when pgassay was not built whole */
export async function readFindingPages(): Promise<FindingPages> {
    return z.record(z.string(), pageSchema).parse(JSON.parse(await readBuilt("finding-pages.json")));
}
