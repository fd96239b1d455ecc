import { join } from "node:path";
import type { Config } from "../config/config.ts";
import { usageError } from "../core/errors.ts";
import type { FindingRules } from "../core/finding-policy.ts";
import { cacheDirectory } from "../server/cache-directory.ts";
import type { Context } from "./command.ts";

/** The configuration that a verb works with. */
export async function configFor(values: { readonly config?: string }, { workingDirectory }: Context): Promise<Config> {
    // Where only help is asked for, nothing is to be read and checked.
    const { loadConfig } = await import("../config/load-config.ts");
    return loadConfig(workingDirectory, values.config, join(await cacheDirectory(), "config"));
}

/** A part of the configuration that a verb cannot do without. */
export function required<K extends keyof Config>(config: Config, key: K, verb: string): NonNullable<Config[K]> {
    const value = config[key];
    if (value !== undefined && value !== null) return value;
    throw usageError({
        tried: `run \`pgassay ${verb}\``,
        happened: `the configuration in ${config.root} has no \`${key}\``,
        remedy: `add it; docs/config.md says what it is`,
    });
}

/** What the configuration says about findings of queries. */
export function rulesOf({ policy = {}, waivers = [] }: Pick<Config, "policy" | "waivers">): FindingRules {
    return { policy, waivers };
}

/**
 * The server the user asked for, if he did: `--database-url`, else `DATABASE_URL`.
 *
 * @throws a usage error when it is no URL of PostgreSQL
 */
export function serverUrl(
    values: { readonly "database-url"?: string },
    { environment }: Context,
): { readonly url?: string } {
    const flag = values["database-url"];
    const url = flag ?? environment["DATABASE_URL"];
    // An empty variable is how shells and CI systems say "not set".
    if (url === undefined || (url === "" && flag === undefined)) return {};
    if (/^postgres(?:ql)?:\/\//.test(url)) return { url };
    throw usageError({
        tried: `use the server that ${flag === undefined ? "DATABASE_URL" : "--database-url"} names`,
        happened: "the value does not begin with postgresql://",
        remedy: "write it as postgresql://user:password@host:port/database, or leave it out for a server of our own",
    });
}
