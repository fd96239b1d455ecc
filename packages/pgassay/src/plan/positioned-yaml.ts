import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { didYouMean } from "../core/closest-name.ts";

/** YAML text checked against a schema, and where in the text its parts are. */
export interface PositionedYaml<T> {
    /** Undefined when there are problems. */
    readonly value: T | undefined;
    readonly problems: readonly { readonly line: number; readonly message: string }[];
    /** The line of the key at a path, or of the nearest key above it that is written; from 1. */
    lineOf(path: readonly PropertyKey[]): number;
}

/** Parses YAML and checks it, with a message of ours for each problem and the line it is on. */
export function parsePositionedYaml<T>(text: string, schema: z.ZodType<T>): PositionedYaml<T> {
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const lineAt = (offset: number): number => lines.linePos(offset).line;
    const lineOf = (path: readonly PropertyKey[]): number => lineAt(offsetOf(document.contents, path));
    if (document.errors.length > 0) {
        const problems = document.errors.map(({ pos, code, message }) => {
            // What the parser says of the commonest mistake, `about: first: second`, helps nobody to find it.
            const hint = code === "BLOCK_AS_IMPLICIT_KEY" ? "; a text with a colon and a space in it needs quotes" : "";
            return { line: lineAt(pos[0]), message: `YAML: ${message}${hint}` };
        });
        return { value: undefined, problems, lineOf };
    }
    const input: unknown = document.toJS();
    const checked = schema.safeParse(input);
    if (checked.success) return { value: checked.data, problems: [], lineOf };
    const problems = checked.error.issues.flatMap((issue) =>
        describeIssue(issue, input, schema).map(({ path, message }) => ({ line: lineOf(path), message })),
    );
    return { value: undefined, problems, lineOf };
}

interface PathMessage {
    readonly path: readonly PropertyKey[];
    readonly message: string;
}

function describeIssue(issue: z.core.$ZodIssue, input: unknown, schema: z.ZodType): PathMessage[] {
    const { path } = issue;
    if (issue.code === "unrecognized_keys") {
        const known = keysAt(schema, path);
        return issue.keys.map((key) => ({
            path: [...path, key],
            message: `unknown key "${dotted([...path, key])}"${didYouMean(key, known) || `; the keys are ${known.join(", ")}`}`,
        }));
    }
    if (path.length === 0) return [{ path, message: issue.message }];
    if (valueAt(input, path) === undefined) return [{ path, message: `missing key "${dotted(path)}"` }];
    const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
    return [{ path, message: `"${dotted(path)}" ${message}` }];
}

function dotted(path: readonly PropertyKey[]): string {
    return path.map(String).join(".");
}

/** The keys that a strict object of the schema allows. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
    let current: unknown = schema;
    for (const key of path) {
        current = current instanceof z.ZodObject ? current.shape[String(key)] : undefined;
        if (current instanceof z.ZodDefault) current = current.unwrap();
    }
    return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
    let current = value;
    for (const key of path) {
        if (typeof current !== "object" || current === null) return undefined;
        current = new Map(Object.entries(current)).get(String(key));
    }
    return current;
}

/** Where in the text the deepest written part of a path begins. */
function offsetOf(root: unknown, path: readonly PropertyKey[]): number {
    let node = root;
    let offset = isMap(root) || isSeq(root) || isScalar(root) ? (root.range?.[0] ?? 0) : 0;
    for (const key of path) {
        if (isMap(node)) {
            const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(key));
            if (!pair || !isScalar(pair.key)) break;
            offset = pair.key.range?.[0] ?? offset;
            node = pair.value;
        } else if (isSeq(node)) {
            node = node.items[Number(key)];
            if (!isScalar(node)) break;
            offset = node.range?.[0] ?? offset;
        } else break;
    }
    return offset;
}
