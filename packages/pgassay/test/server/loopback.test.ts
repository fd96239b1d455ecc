import { describe, expect, it } from "vitest";
import { hostOf, isLoopback } from "../../src/server/loopback.ts";

describe("isLoopback", () => {
    it.each([
        "postgresql://u@localhost:5432/d",
        "postgresql://u:p@127.0.0.1/d",
        "postgresql://u@127.8.8.8/d",
        "postgresql://u@[::1]:5432/d",
        "postgresql://u@/d?host=/tmp",
        "postgresql://db.example.org/d?host=localhost",
    ])("takes %s for this machine", (url) => {
        expect(isLoopback(hostOf(url))).toBe(true);
    });

    it.each([
        "postgresql://u@db.example.org/d",
        "postgresql://u@10.0.0.1/d",
        "postgresql://u@127.example.org/d",
        "postgresql://u@localhost.example.org/d",
        "postgresql://u@localhost/d?host=db.example.org",
        "postgresql://u@[2001:db8::1]/d",
    ])("takes %s for another one", (url) => {
        expect(isLoopback(hostOf(url))).toBe(false);
    });
});
