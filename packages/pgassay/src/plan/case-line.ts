import { newlines } from "../core/sql-text.ts";
import { parseHeader } from "./header.ts";

/** The line of a query file, from 1, on which its header has a case, or what there is of the way to it. */
export function lineOfCase(content: string, name: string): number {
    const [, opening = "", yaml = ""] = /^(\s*\/\*)([^]*?)\*\//.exec(content) ?? [];
    return newlines(opening) + parseHeader(yaml).lineOf(["cases", name]);
}
