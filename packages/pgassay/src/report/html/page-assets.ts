import { readBuilt } from "../built-file.ts";
import { readFindingPages, type FindingPages } from "../finding-pages.ts";

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
    readonly findingPages: FindingPages;
}

/** @throws an environment error when pgassay was not built whole */
export async function readPageAssets(): Promise<PageAssets> {
    const [page, viewer, findingPages] = await Promise.all([
        readBundle("page"),
        readBundle("viewer"),
        readFindingPages(),
    ]);
    return { page, viewer, findingPages };
}

async function readBundle(name: string): Promise<Bundle> {
    const [script, style] = await Promise.all([readBuilt(`${name}.js`), readBuilt(`${name}.css`)]);
    return { script, style };
}
