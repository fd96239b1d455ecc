/** What `json` and `jsonb` hold, as node-postgres returns it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };
