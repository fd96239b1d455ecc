import http from "node:http";
import { parentPort } from "node:worker_threads";

// A server that closes the connection of every second request without an answer.

let requests = 0;
const server = http.createServer((request, response) => {
    if (++requests % 2 === 0) request.socket.destroy();
    else response.end("{}");
});

server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    parentPort?.postMessage({ port: typeof address === "object" ? address?.port : undefined });
});
