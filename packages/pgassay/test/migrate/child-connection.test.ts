import { afterEach, expect, it, vi } from "vitest";
import { childConnection } from "../../src/migrate/child-connection.ts";

afterEach(() => vi.unstubAllEnvs());

function urlFor(url: string): string {
    return childConnection({ name: "shop", url }).url;
}

it("keeps host, port and parameters, and turns encryption off unless the URL speaks of it", () => {
    expect(urlFor("postgresql://app@db.example:6432/shop")).toBe("postgres://app@db.example:6432/shop?sslmode=disable");
    expect(urlFor("postgres://app@db/shop?sslmode=verify-full&lock_timeout=4000")).toBe(
        "postgres://app@db:5432/shop?sslmode=verify-full&lock_timeout=4000",
    );
    expect(urlFor("postgres://app@[::1]:6432/shop")).toBe("postgres://app@[::1]:6432/shop?sslmode=disable");
});

it("leaves encryption to PGSSLMODE where that is set", () => {
    vi.stubEnv("PGSSLMODE", "disable");
    expect(urlFor("postgres://app@db/shop")).toBe("postgres://app@db:5432/shop?");
});

it.each([
    "postgresql://app@/shop?host=/run/a%20b/pg&port=5499",
    "postgresql://app@%2Frun%2Fa%20b%2Fpg:5499/shop",
    "postgresql:///shop?user=app&host=%2Frun%2Fa%20b%2Fpg&port=5499",
])("names the unix socket of %s in one way", (url) => {
    expect(urlFor(url)).toBe("postgres://app@:5499/shop?host=%2Frun%2Fa+b%2Fpg&sslmode=disable");
});

it("keeps the password out of the URL and every name quoted", () => {
    expect(childConnection({ name: "the shop", url: "postgres://a%40b:p%2Fw@db/the%20shop" })).toEqual({
        url: "postgres://a%40b@db:5432/the%20shop?sslmode=disable",
        env: { PGPASSWORD: "p/w" },
    });
});
