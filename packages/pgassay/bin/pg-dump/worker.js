// @ts-check
/** Runs pg_dump itself, and stands between it and the server: see main.js. */
import { parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import { pgDump } from "@electric-sql/pglite-tools/pg_dump";

/** The longest silence of the server; a dump waits for whoever holds a lock that excludes reading. */
const silenceTimeoutMs = 5 * 60_000;

/** @type {{ options: string[], settings: [string, string][], posted: Int32Array }} */
const { options, settings, posted } = workerData;
const port = parentPort;
if (port === null) throw new Error("worker.js must be started as a worker thread");

/** What pg_dump wrote and the server has not got yet: a message may come in pieces. */
let request = Buffer.alloc(0);
let loggedIn = false;

/**
 * The calls pgDump makes on the database it is given. It calls `query` and `exec` only to restore the session
 * afterwards, and this session ends with the dump.
 */
const database = {
    query: async () => ({ rows: [{ search_path: "''" }] }),
    exec: async () => [],
    /**
     * @param {Uint8Array} bytes what pg_dump sends to the server; valid only during the call
     * @param {{ onRawData: (bytes: Uint8Array) => void }} reply takes what pg_dump will read next
     */
    execProtocolRawStream(bytes, { onRawData }) {
        request = Buffer.concat([request, bytes]);
        if (!loggedIn) {
            if (!isWhole(request, 0)) return;
            loggedIn = true;
            request = Buffer.alloc(0);
            onRawData(welcome());
            return;
        }
        const last = lastWholeMessage(request);
        // The connection is closed by its owner, so the farewell is not passed on.
        if (last === undefined || last === "X") return;
        port.postMessage(request);
        request = Buffer.alloc(0);
        onRawData(awaitReady());
    },
};

// pg_dump begins its error messages with its name, which it takes from here.
process.argv[1] = "pg_dump";
try {
    // Typed as a whole PGlite, of which pgDump uses these three methods.
    const pglite = /** @type {import("@electric-sql/pglite").PGlite} */ (/** @type {unknown} */ (database));
    const file = await pgDump({ pg: pglite, args: options });
    port.postMessage(await file.text());
} catch (thrown) {
    throw withOwnWords(thrown);
}

/**
 * pg_dump's messages, a line each. They come without line ends, after one about an executable it does not need.
 *
 * @param {unknown} thrown
 */
function withOwnWords(thrown) {
    const messages = thrown instanceof Error ? thrown.message.split("pg_dump: ").slice(1) : [];
    return messages.length === 0 ? thrown : new Error(messages.join("\n").replace(/^error: /, ""), { cause: thrown });
}

/** What a server answers to a login: accepted, its settings, ready. */
function welcome() {
    return Buffer.concat([
        message("R", Buffer.alloc(4)),
        ...settings.map(([name, value]) => message("S", Buffer.from(`${name}\0${value}\0`))),
        message("Z", Buffer.from("I")),
    ]);
}

/** Sleeps until the server has answered completely, that is, is ready for the next request. */
function awaitReady() {
    let answer = Buffer.alloc(0);
    while (lastWholeMessage(answer) !== "Z") answer = Buffer.concat([answer, receive()]);
    return answer;
}

/** @returns {Uint8Array} the next bytes from the server */
function receive() {
    for (;;) {
        const seen = Atomics.load(posted, 0);
        const received = receiveMessageOnPort(/** @type {import("node:worker_threads").MessagePort} */ (port));
        if (received?.message === null) throw new Error("the server closed the connection during the dump");
        if (received !== undefined) return received.message;
        if (Atomics.wait(posted, 0, seen, silenceTimeoutMs) === "timed-out")
            throw new Error(`the server was silent for ${silenceTimeoutMs / 1000} s; is a table locked?`);
    }
}

/**
 * @param {string} type
 * @param {Buffer} body
 */
function message(type, body) {
    const head = Buffer.alloc(5);
    head.write(type, "latin1");
    head.writeInt32BE(4 + body.length, 1);
    return Buffer.concat([head, body]);
}

/**
 * The type of the last of these messages, or undefined while that one is incomplete.
 *
 * @param {Buffer} messages
 */
function lastWholeMessage(messages) {
    let last;
    for (let at = 0; at < messages.length; at += 1 + messages.readInt32BE(at + 1)) {
        if (!isWhole(messages, at + 1)) return undefined;
        last = String.fromCharCode(/** @type {number} */ (messages[at]));
    }
    return last;
}

/**
 * Whether all bytes are there that the length at an offset counts, itself included.
 *
 * @param {Buffer} messages
 * @param {number} at
 */
function isWhole(messages, at) {
    return messages.length >= at + 4 && messages.length >= at + messages.readInt32BE(at);
}
