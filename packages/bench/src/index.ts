export * from "./generated/queries.ts";
export type { Queryable, TypedQuery } from "./queries/query.ts";
