import type { Cluster, ClusterOptions } from "./cluster.ts";
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
