import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** A request that would change something. */
interface Call {
    readonly method: string;
    readonly path: string;
    readonly body: unknown;
}

interface Given {
    /** Below `.github/actions`: `comment/post.mjs`. */
    readonly script: string;
    /** Answers of the API by path, below that of the repository; a list is cut into pages of 100. What is missing is a 404. */
    readonly answers: Readonly<Record<string, unknown>>;
    /** Files by the variable that names them to the script. */
    readonly files?: Readonly<Record<string, string>>;
    readonly environment?: Readonly<Record<string, string>>;
}

/** What a script did. */
interface Outcome {
    readonly code: number;
    /** What it printed; of a failure what it printed to stderr. */
    readonly output: string;
    readonly written: readonly Call[];
    /** What it told to the steps that follow. */
    readonly outputs: string;
}

/** Runs a script of an action against an API of our own, which keeps what it is asked to write. */
export async function runAction({ script, answers, files = {}, environment = {} }: Given): Promise<Outcome> {
    const written: Call[] = [];
    const server = createServer((request, response) => {
        void bodyOf(request).then((body) => {
            const url = new URL(request.url ?? "", "http://localhost");
            const call = { method: request.method ?? "", path: url.pathname.replace("/repos/o/r/", ""), body };
            const mayWrite = request.headers.authorization === "Bearer secret";
            if (call.method !== "GET" && mayWrite) written.push(call);
            const answer = !mayWrite
                ? undefined
                : call.method === "GET"
                  ? pageOf(answers[call.path], url)
                  : { number: 1 };
            response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json" });
            response.end(JSON.stringify(answer ?? { message: "Not Found" }));
        });
    });
    const directory = await mkdtemp(join(tmpdir(), "run-action-"));
    try {
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const named: Record<string, string> = { GITHUB_OUTPUT: join(directory, "outputs") };
        await writeFile(join(directory, "outputs"), "");
        for (const [variable, content] of Object.entries(files)) {
            named[variable] = join(directory, variable);
            await writeFile(join(directory, variable), content);
        }
        const env = {
            PATH: process.env["PATH"],
            GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
            GITHUB_REPOSITORY: "o/r",
            TOKEN: "secret",
            ...named,
            ...environment,
        };
        const file = join(import.meta.dirname, "../../../.github/actions", script);
        const run = await promisify(execFile)(process.execPath, [file], { env }).then(
            ({ stdout }) => ({ code: 0, output: stdout }),
            (failed: { code: number; stderr: string }) => ({ code: failed.code, output: failed.stderr }),
        );
        return { ...run, written, outputs: await readFile(join(directory, "outputs"), "utf8") };
    } finally {
        server.close();
        await rm(directory, { recursive: true, force: true });
    }
}

/** A list, or the one list in an object, cut to the page that is asked for. */
function pageOf(answer: unknown, { searchParams }: URL): unknown {
    const page = Number(searchParams.get("page"));
    const cut = (items: unknown[]): unknown[] => items.slice((page - 1) * 100, page * 100);
    if (page === 0 || typeof answer !== "object" || answer === null) return answer;
    if (Array.isArray(answer)) return cut(answer);
    return Object.fromEntries(
        Object.entries(answer).map(([key, value]) => [key, Array.isArray(value) ? cut(value) : value]),
    );
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    return body === "" ? undefined : JSON.parse(body);
}
