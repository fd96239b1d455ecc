import { once } from "node:events";
import { connect, createServer } from "node:net";
import type { AddressInfo } from "node:net";
import type { Database } from "../../src/server/cluster.ts";

/** Where the connection breaks: the statement never arrives, or its answer does not. */
export type Cut = "before" | "after";

/**
 * Hands a way to a database to `use` that breaks when a statement passes.
 *
 * @param url a URL over TCP
 */
export async function withCutAt(
    url: string,
    statement: string,
    cut: Cut,
    use: (database: Database) => Promise<void>,
): Promise<void> {
    const { hostname, port } = new URL(url);
    const proxy = createServer((near) => {
        const far = connect(Number(port), hostname);
        const end = (): void => {
            near.destroy();
            far.destroy();
        };
        near.on("error", end).on("close", end);
        far.on("error", end).on("close", end);
        let isCut = false;
        near.on("data", (bytes: Buffer) => {
            isCut ||= bytes.includes(`${statement}\0`);
            if (isCut && cut === "before") end();
            else far.write(bytes);
        });
        far.on("data", (bytes: Buffer) => {
            if (isCut) end();
            else near.write(bytes);
        });
    });
    proxy.listen(0, "127.0.0.1");
    await once(proxy, "listening");
    try {
        const way = new URL(url);
        way.port = String((proxy.address() as AddressInfo).port);
        await use({ name: way.pathname.slice(1), url: way.href });
    } finally {
        proxy.close();
    }
}
