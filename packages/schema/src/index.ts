export type * from "./generated/public.ts";
export type { JsonValue } from "./json-value.ts";
