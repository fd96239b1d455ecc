import { readFile } from "node:fs/promises";
import { environmentError, messageOf } from "../core/errors.ts";

const built = new URL("../../dist/page/", import.meta.url);

/**
 * The text of a file that the build makes of `page` and of the pages of the findings.
 *
 * @throws an environment error when pgassay was not built whole
 */
export async function readBuilt(name: string): Promise<string> {
    const file = new URL(name, built);
    try {
        return await readFile(file, "utf8");
    } catch (cause) {
        throw environmentError(
            {
                tried: `read ${file.pathname}, a part of pgassay`,
                happened: messageOf(cause),
                remedy: "build pgassay with `npm run build`, or install it again",
            },
            cause,
        );
    }
}
