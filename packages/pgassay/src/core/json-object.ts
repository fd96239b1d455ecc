/** An object of parsed JSON: a node of a parse tree, or of an explained plan. */
export interface JsonObject {
    readonly [key: string]: unknown;
}

export function isJsonObject(value: unknown): value is JsonObject {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
