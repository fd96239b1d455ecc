// Started by lifecycle.test.ts as a process of its own: holds a cluster until it is killed.
import { silent } from "../../src/core/progress.ts";
import { withCluster } from "../../src/server/with-cluster.ts";
import { schemaOf } from "./recipes.ts";

await withCluster({ recipe: schemaOf("create table public.held (id int)"), progress: silent }, async (cluster) => {
    process.stdout.write(`${new URL(cluster.tcpUrl(cluster.database("postgres"))).port}\n`);
    await new Promise((resolve) => {
        setTimeout(resolve, 60_000);
    });
});
