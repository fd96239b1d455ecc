import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

const script = join(import.meta.dirname, "../../../.github/actions/comment/post.mjs");
const marker = "<!-- pgassay compare -->";
const text = `${marker}\n### Plans\n`;

interface Comment {
    readonly id: number;
    readonly body: string;
    readonly user: { readonly type: string };
}

interface Call {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
}

interface Given {
    readonly comments?: readonly Comment[];
    readonly head?: string;
    readonly comment?: string;
    readonly number?: string;
}

/** Runs the script against an API of our own, which has one pull request, 7, and keeps what it is asked to write. */
async function post(given: Given): Promise<{ code: number; output: string; written: Call[] }> {
    const { comments = [], head = "abc", comment = text, number = "7\n" } = given;
    const written: Call[] = [];
    const server = createServer((request, response) => {
        void bodyOf(request).then((body) => {
            const url = new URL(request.url ?? "", "http://localhost");
            const call = { method: request.method ?? "", path: url.pathname.replace("/repos/o/r/", ""), body };
            const page = Number(url.searchParams.get("page"));
            const answer =
                request.headers.authorization !== "Bearer secret"
                    ? undefined
                    : call.method !== "GET"
                      ? (written.push(call), {})
                      : call.path === "pulls/7"
                        ? { head: { sha: "abc" } }
                        : call.path === "issues/7/comments"
                          ? comments.slice((page - 1) * 100, page * 100)
                          : undefined;
            response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
            response.end(JSON.stringify(answer ?? { message: "Not Found" }));
        });
    });
    const directory = await mkdtemp(join(tmpdir(), "post-comment-"));
    try {
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        await writeFile(join(directory, "comment.md"), comment);
        await writeFile(join(directory, "pull-request"), number);
        const environment = {
            PATH: process.env["PATH"],
            GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
            GITHUB_REPOSITORY: "o/r",
            TOKEN: "secret",
            HEAD: head,
            COMMENT_FILE: join(directory, "comment.md"),
            PULL_REQUEST_FILE: join(directory, "pull-request"),
        };
        const run = promisify(execFile)(process.execPath, [script], { env: environment });
        return await run.then(
            ({ stdout }) => ({ code: 0, output: stdout, written }),
            (failed: { code: number; stderr: string }) => ({ code: failed.code, output: failed.stderr, written }),
        );
    } finally {
        server.close();
        await rm(directory, { recursive: true, force: true });
    }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    return body === "" ? undefined : JSON.parse(body);
}

const by = (type: string, id: number, body: string): Comment => ({ id, body, user: { type } });

describe("the comment of a pull request", () => {
    it("is posted when there is none", async () => {
        const { code, written } = await post({ comments: [by("User", 1, "hello")] });
        expect(written).toEqual([{ method: "POST", path: "issues/7/comments", body: { body: text } }]);
        expect(code).toBe(0);
    });

    it("replaces the earlier one, also behind a hundred others", async () => {
        const others = Array.from({ length: 130 }, (_, id) => by("User", id, "talk"));
        const { written } = await post({ comments: [...others, by("Bot", 500, `${marker}\nold`)] });
        expect(written).toEqual([{ method: "PATCH", path: "issues/comments/500", body: { body: text } }]);
    });

    it("leaves alone what a person wrote, with our marker or without", async () => {
        const { written } = await post({ comments: [by("User", 1, `${marker}\nquoted`)] });
        expect(written.map(({ method }) => method)).toEqual(["POST"]);
    });

    it("is not posted for a commit that the pull request is no longer at", async () => {
        const { code, output, written } = await post({ head: "older" });
        expect([code, written]).toEqual([0, []]);
        expect(output).toContain("nothing posted");
    });

    it.each([
        ["a number that is none", { number: "7/../8" }, "holds no number"],
        ["a text without a marker", { comment: "hello" }, "does not begin with a marker"],
        ["a pull request that is not there", { number: "8" }, "404"],
    ])("fails on %s and writes nothing", async (_, given, message) => {
        const { code, output, written } = await post(given);
        expect([code, written]).toEqual([1, []]);
        expect(output).toContain(message);
    });
});
