export { defineConfig, type ConfigInput } from "./config/config.ts";
export { PgassayError, exitCode } from "./core/errors.ts";
export type { Finding, Severity } from "./core/finding.ts";
export { silent, type Progress } from "./core/progress.ts";
export { withClient } from "./server/client.ts";
export type { Cluster, ClusterOptions, Database, Recipe, Template } from "./server/cluster.ts";
export { withCluster } from "./server/with-cluster.ts";
