import { parentPort, workerData } from "node:worker_threads";
import fastify from "fastify";
import { OperationPool, type Answer } from "./operation-pool.ts";
import { pathOf, type ServiceMessage, type ServiceOrder } from "./service-order.ts";

// The thread of the service: an event loop of its own, so that what the generator does delays no answer.

const { database, operations, poolSize } = workerData as ServiceOrder;
const pool = new OperationPool(database, poolSize);
const app = fastify({ logger: false });

const statusOf = { answered: 200, refused: 422, unanswered: 503 } as const satisfies Record<Answer["kind"], number>;

for (const operation of operations) {
    app.route({
        method: operation.writes ? "POST" : "GET",
        url: pathOf(operation),
        handler: async (_request, reply) => {
            const answer = await pool.run(operation);
            const body = answer.kind === "answered" ? answer.body : JSON.stringify(answer.reason);
            return reply.code(statusOf[answer.kind]).type("application/json").send(body);
        },
    });
}

parentPort?.on("message", (message: ServiceMessage["toService"]) => void obey(message));

await app.listen({ host: "127.0.0.1", port: 0 });
const [address] = app.addresses();
if (address === undefined || typeof address === "string") throw new Error("the service listens at no port");
tell({ kind: "listening", port: address.port });

async function obey(message: ServiceMessage["toService"]): Promise<void> {
    if (message === "waits") {
        tell({ kind: "waits", waitsUs: pool.takeWaitsUs() });
        return;
    }
    await app.close();
    await pool.end();
    parentPort?.close();
}

function tell(message: ServiceMessage["fromService"]): void {
    parentPort?.postMessage(message);
}
