import { readFile } from "node:fs/promises";
import { z } from "zod";
import { environmentError, messageOf } from "../../core/errors.ts";

const built = new URL("../../../dist/page/", import.meta.url);

/** A script and a style sheet that load nothing else. */
export interface Bundle {
    readonly script: string;
    readonly style: string;
}

/** What the build made of the sources of the page. */
export interface PageAssets {
    readonly page: Bundle;
    /** The plan viewer, which the page shows in a frame. */
    readonly viewer: Bundle;
    /** HTML of the page of each finding, by its code. */
    readonly findingPages: Readonly<Record<string, string>>;
}

/** @throws an environment error when pgassay was not built whole */
export async function readPageAssets(): Promise<PageAssets> {
    const [page, viewer, pages] = await Promise.all([
        readBundle("page"),
        readBundle("viewer"),
        readAsset("finding-pages.json"),
    ]);
    return { page, viewer, findingPages: z.record(z.string(), z.string()).parse(JSON.parse(pages)) };
}

async function readBundle(name: string): Promise<Bundle> {
    const [script, style] = await Promise.all([readAsset(`${name}.js`), readAsset(`${name}.css`)]);
    return { script, style };
}

async function readAsset(name: string): Promise<string> {
    const file = new URL(name, built);
    try {
        return await readFile(file, "utf8");
    } catch (cause) {
        throw environmentError(
            {
                tried: `read ${file.pathname}, a part of the report`,
                happened: messageOf(cause),
                remedy: "build pgassay with `npm run build`, or install it again",
            },
            cause,
        );
    }
}
