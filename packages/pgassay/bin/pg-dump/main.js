// @ts-check
/**
 * pg_dump as a program: takes pg_dump's own options and, as its last argument, a database URL, and writes the dump to
 * standard output. What dumps is PostgreSQL's pg_dump compiled to WebAssembly, which runs in a worker because it blocks
 * while it waits for the server. It cannot open sockets, so the connection is made here by node-postgres, which knows
 * every way to log in, and lent to it.
 *
 * Plain JavaScript, because Node must be able to start both files as they are, from a checkout that was never built.
 */
import { setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";
import pg from "pg";

/** Settings a server reports unasked at the start of a connection; libpq needs them to talk to it. */
const reportedSettings = [
    "server_version",
    "server_encoding",
    "client_encoding",
    "DateStyle",
    "integer_datetimes",
    "standard_conforming_strings",
];

const connectTimeoutMs = 10_000;

try {
    const url = process.argv.at(-1) ?? "";
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error("the last argument must be the URL of a database");
    process.stdout.write(await dump(url, process.argv.slice(2, -1)));
} catch (thrown) {
    process.stderr.write(`pg_dump: error: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    process.exitCode = 1;
}

/**
 * @param {string} url
 * @param {string[]} options what pg_dump is to do, in its own words
 * @returns {Promise<string>} the dump
 */
async function dump(url, options) {
    const client = new pg.Client({
        // dbmate leaves the host empty before the port when it names a socket; that is no URL to Node.
        connectionString: url.replace(/^(\w+:\/\/(?:[^@/?]*@)?)(?=:\d)/, "$1localhost"),
        connectionTimeoutMillis: connectTimeoutMs,
        application_name: "pg_dump",
    });
    // The worker reports a connection that is lost, at the message it was waiting for.
    client.on("error", () => {});
    try {
        await client.connect();
        const settings = await client.query({
            text: "select name, setting from pg_catalog.pg_settings where name = any ($1)",
            values: [reportedSettings],
            rowMode: "array",
        });
        const text = await dumpOver(client.connection.stream, options, settings.rows);
        await client.end();
        return text;
    } catch (error) {
        // A farewell would wait for the query that failed or hangs.
        client.connection.stream.destroy();
        throw error;
    }
}

/**
 * Runs pg_dump on a connection that is logged in and idle. node-postgres no longer reads it from here on.
 *
 * @param {import("node:stream").Duplex} connection
 * @param {string[]} options
 * @param {string[][]} settings names and values
 * @returns {Promise<string>}
 */
function dumpOver(connection, options, settings) {
    // Compile only the functions that run, and quickly: most run once, and optimizing them takes half the time of a dump.
    setFlagsFromString("--wasm-lazy-compilation");
    setFlagsFromString("--liftoff-only");
    // Counts what was posted to the worker, so that it can sleep until there is something to receive.
    const posted = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: { options, settings, posted } });
    /** @param {Uint8Array | null} bytes what the server sent; null when it closed the connection */
    const post = (bytes) => {
        worker.postMessage(bytes);
        Atomics.add(posted, 0, 1);
        Atomics.notify(posted, 0);
    };
    connection.removeAllListeners("data");
    connection.on("data", post);
    connection.on("close", () => post(null));
    return new Promise((resolve, reject) => {
        worker.on("message", (/** @type {Uint8Array | string} */ message) => {
            if (typeof message === "string") resolve(message);
            else connection.write(message);
        });
        worker.on("error", reject);
    });
}
