export type * as monitoring from "./generated/monitoring.ts";
export type * from "./generated/public.ts";
export type { Interval } from "./interval.ts";
export type { JsonValue } from "./json-value.ts";
