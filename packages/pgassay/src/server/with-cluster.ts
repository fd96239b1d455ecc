import type { Cluster, ClusterOptions, Database } from "./cluster.ts";
import { withEmbeddedCluster } from "./embedded-cluster.ts";
import { withUrlCluster } from "./url-cluster.ts";

/**
 * Hands a PostgreSQL server to `use`: the one behind `url`, or else one of our own that ends with it.
 *
 * @throws an environment error when there is no such server or none can be started
 */
export async function withCluster<T>(options: ClusterOptions, use: (cluster: Cluster) => Promise<T>): Promise<T> {
    return options.url === undefined ? withEmbeddedCluster(options, use) : withUrlCluster(options.url, use);
}

/**
 * Hands a database made by the recipe to `use`, on a server like `withCluster`'s; nothing of it is left afterwards.
 *
 * @throws an environment error when there is no such server or none can be started
 */
export async function withCloneOf<T>(options: ClusterOptions, use: (clone: Database) => Promise<T>): Promise<T> {
    return withCluster(options, async (cluster) =>
        cluster.withClone(await cluster.ensureTemplate(options.recipe, options.progress), use),
    );
}
