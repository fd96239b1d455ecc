import { beforeAll, expect, it } from "vitest";
import { loadSqlParser } from "../../src/core/sql-text.ts";
import { withTellingBodies, withTellingHandlers } from "../../src/mutate/coverage/telling-handlers.ts";

beforeAll(loadSqlParser);

/** How many handlers tell. */
function telling(sql: string): number {
    return sql.split("get stacked diagnostics").length - 1;
}

it("makes every handler tell, and leaves the rest as it was", () => {
    const body = `begin
        raise exception 'when'; -- exception when
    exception
        when unique_violation then null;
        when others or assert_failure then return case when true then 1 end;
    end`;
    const told = withTellingHandlers(body);
    expect(telling(told)).toBe(2);
    expect(told.replaceAll(/ declare pgassay_state.*?then null; end;/g, "")).toBe(body);
});

it("finds bodies in statements, and no handlers where there are none", () => {
    expect(telling(withTellingBodies("do $a$ begin null; exception when others then null; end $a$"))).toBe(1);
    expect(telling(withTellingBodies("do $a$ begin raise exception 'x'; end $a$"))).toBe(0);
    expect(withTellingBodies("select $$an exception when 'quoted then$$")).toBe(
        "select $$an exception when 'quoted then$$",
    );
});
