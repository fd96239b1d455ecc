import { withClient } from "../../src/server/client.ts";
import type { Recipe } from "../../src/server/cluster.ts";

/** A small schema as a recipe; `inputs` tell one from another. */
export function schemaOf(sql: string, rest: Partial<Recipe> = {}): Recipe {
    return {
        name: "small",
        inputs: [sql],
        async build(database) {
            await withClient(database, (client) => client.query(sql));
        },
        ...rest,
    };
}
