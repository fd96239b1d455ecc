import type { Database } from "../../server/cluster.ts";
import type { Operation } from "./operation.ts";

/** What the thread of a service is started with. */
export interface ServiceOrder {
    readonly database: Database;
    readonly operations: readonly Operation[];
    /** Most connections to the database at a time. */
    readonly poolSize: number;
}

/** What a service and its maker say to each other. */
export interface ServiceMessage {
    readonly toService: "waits" | "end";
    readonly fromService:
        | { readonly kind: "listening"; readonly port: number }
        | { readonly kind: "waits"; readonly waitsUs: readonly number[] };
}

/** Where a service answers an operation: `/task/my_open_tasks/hot`. */
export function pathOf({ subject }: Operation): string {
    return `/${subject.replace("#", "/")}`;
}
