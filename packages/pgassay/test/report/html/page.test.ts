import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { poorContrast } from "../../../page/checks/looks.ts";
import { buildReport } from "../../../src/report/html/build-report.ts";
import { readPageAssets } from "../../../src/report/html/page-assets.ts";
import { reportPage } from "../../../src/report/html/page.ts";
import { chromium, startChromium } from "./chromium.ts";
import { fullInput, hostile } from "./example-input.ts";
import { flaws } from "./looks.ts";

const routes = {
    overview: "#/",
    query: "#/query/order%2Flatest_of_customer/hot",
    "a query of an evil name": `#/query/${encodeURIComponent(hostile)}`,
    indexes: "#/indexes",
    "an index": "#/indexes/orders_customer_id_created_at_idx",
    mutants: "#/mutants",
    rules: "#/rules",
    load: "#/load",
    findings: "#/findings",
    "a finding": "#/finding/index-not-used",
} as const;

let directory: string;
let url: string;
let browser: Browser;

/** What the pages of a test did that no report does. */
const misdeeds: string[] = [];

/** The report in a window of its own. */
async function open(hash: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
    page.on("request", (request) => {
        if (request.url() !== url) misdeeds.push(`asks for ${request.url().slice(0, 80)}`);
    });
    page.on("pageerror", ({ message }) => misdeeds.push(message));
    page.on("dialog", (dialog) => {
        misdeeds.push(`says ${dialog.message()}`);
        void dialog.dismiss();
    });
    page.on("console", (message) => {
        if (message.type() === "error") misdeeds.push(message.text());
    });
    await page.goto(url + hash);
    await page.waitForSelector("html[data-ready] main h1");
    return page;
}

async function using<T>(opened: Promise<Page>, use: (page: Page) => Promise<T>): Promise<T> {
    const page = await opened;
    try {
        return await use(page);
    } finally {
        await page.close();
    }
}

const heading = async (page: Page): Promise<string> => page.locator("h1").first().innerText();

describe.runIf(chromium !== undefined)("the report in a browser", () => {
    beforeAll(async () => {
        directory = await mkdtemp(join(tmpdir(), "pgassay-report-"));
        const file = join(directory, "report.html");
        url = pathToFileURL(file).href;
        await writeFile(file, reportPage(buildReport(fullInput(), "1.2.3"), await readPageAssets()));
        browser = await startChromium();
    });

    afterAll(async () => {
        await browser.close();
        await rm(directory, { recursive: true });
    });

    it.each(Object.entries(routes))("reads well, narrow and wide, light and dark: %s", async (_name, hash) => {
        await using(open(hash), async (page) => {
            for (const width of [1440, 390]) {
                await page.setViewportSize({ width, height: 800 });
                for (const colorScheme of ["light", "dark"] as const) {
                    await page.emulateMedia({ colorScheme });
                    expect(await flaws(page), `${width} pixels, ${colorScheme}`).toEqual([]);
                }
            }
        });
    });

    it("would not read well with a pale text, a wide box or two texts in one place", async () => {
        await using(open("#/"), async (page) => {
            const kinds = async (style: string): Promise<string[]> => {
                await page.addStyleTag({ content: style });
                const found = await flaws(page);
                await page.evaluate("document.head.lastElementChild.remove()");
                return [...new Set(found.map((flaw) => /contrast|wider|lies on/.exec(flaw)?.[0] ?? flaw))];
            };
            expect(await kinds(".about { color: #aaa !important }")).toEqual(["contrast"]);
            expect(await kinds(".facts { width: 2000px }")).toEqual(["wider"]);
            expect(await kinds(".about { margin-top: -1.2em !important }")).toEqual(["lies on"]);
        });
    });

    it("leads from the worst query to its page by the keyboard alone", async () => {
        await using(open("#/"), async (page) => {
            await page.keyboard.press("j");
            await page.keyboard.press("j");
            await page.keyboard.press("k");
            await page.keyboard.press("Enter");
            await page.waitForSelector("section");
            expect(await heading(page)).toBe("order/open_orders");
            await page.keyboard.press("j");
            await page.locator("h1", { hasText: "stock/by_shelf" }).waitFor();
            await page.keyboard.press("u");
            await page.waitForSelector(".queries");
            await page.keyboard.press("/");
            await page.keyboard.type("latest");
            expect(await page.locator("a.row").allInnerTexts()).toEqual(["order/latest_of_customer"]);
            await page.keyboard.press("Escape");
            await page.keyboard.press("?");
            expect(await page.locator("dialog").isVisible()).toBe(true);
        });
    });

    it("unpacks nothing but its index until somebody looks at more", async () => {
        await using(open("#/"), async (page) => {
            await page.addInitScript(`
                window.unpacked = 0;
                window.DecompressionStream = class extends DecompressionStream {
                    constructor(format) {
                        super(format);
                        window.unpacked++;
                    }
                };`);
            await page.reload();
            await page.waitForSelector(".queries");
            expect(await page.evaluate("unpacked")).toBe(1);
            await page.locator("a.row").first().click();
            await page.waitForSelector("section");
            expect(await page.evaluate("unpacked")).toBe(2);
        });
    });

    it("opens at any case by its address, and says so when there is no such query", async () => {
        await using(open("#/query/stock%2Fby_shelf/hot"), async (page) => {
            await page.waitForSelector(".cases");
            expect(await page.locator(".cases a[aria-current]").innerText()).toContain("hot");
            await page.goto(`${url}#/query/none`);
            await page.locator("h1", { hasText: "no query none" }).waitFor();
        });
    });

    it("opens at an address that somebody typed, with the slash of the name as it is", async () => {
        await using(open("#/query/stock/by_shelf/hot"), async (page) => {
            await page.waitForSelector(".cases");
            expect(await page.locator("h1").innerText()).toBe("stock/by_shelf");
            expect(await page.locator(".cases a[aria-current]").innerText()).toContain("hot");
        });
    });

    it("becomes dark when told to, and stays so", async () => {
        await using(open("#/", { colorScheme: "light" }), async (page) => {
            const ground = (): Promise<string> =>
                page.evaluate("getComputedStyle(document.documentElement).backgroundColor");
            const light = await ground();
            await page.keyboard.press("t");
            expect(await ground()).toBe(light);
            await page.keyboard.press("t");
            const dark = await ground();
            expect(dark).not.toBe(light);
            await page.reload();
            await page.waitForSelector("html[data-ready]");
            expect(await ground()).toBe(dark);
        });
    });

    it("prints the content in dark on light, without what is only to be clicked", async () => {
        await using(open("#/", { colorScheme: "dark" }), async (page) => {
            await page.emulateMedia({ media: "print", colorScheme: "dark" });
            expect(await page.locator(".top").isVisible()).toBe(false);
            expect(await page.locator("a.row").first().isVisible()).toBe(true);
            expect(await flaws(page)).toEqual([]);
        });
    });

    it("shows the plan of now and of before in the viewer", async () => {
        await using(open(routes.query), async (page) => {
            const viewer = page.frameLocator("iframe.viewer");
            await page.getByRole("button", { name: "Plan viewer: now" }).click();
            await viewer.getByText("Limit").first().waitFor();
            expect(await viewer.getByText("Incremental Sort").count()).toBe(0);
            await page.getByRole("button", { name: "Plan viewer: before" }).click();
            await viewer.getByText("Incremental Sort").first().waitFor();
        });
    });

    it("has a viewer whose every part opens and reads well, light and dark", async () => {
        // Colours between two colours are nobody's choice.
        await using(open(routes.query, { reducedMotion: "reduce" }), async (page) => {
            await page.getByRole("button", { name: "Plan viewer: now" }).click();
            const viewer = page.frameLocator("iframe.viewer");
            const frame = await (await page.locator("iframe.viewer").elementHandle())?.contentFrame();
            const parts = { Plan: "Limit", Grid: "Limit", Raw: '"Node Type"', Query: "from", Stats: "orders" };
            for (const [part, text] of Object.entries(parts)) {
                await viewer.locator(".nav-link", { hasText: part }).click();
                await viewer.getByText(text).filter({ visible: true }).first().waitFor();
                for (const colorScheme of ["light", "dark"] as const) {
                    await page.emulateMedia({ colorScheme });
                    await viewer.locator(`html[data-bs-theme=${colorScheme}]`).waitFor();
                    expect(await frame?.evaluate(poorContrast), `${part}, ${colorScheme}`).toEqual([]);
                }
            }
            await frame?.addStyleTag({ content: ".nav-link { color: #888 !important }" });
            expect(await frame?.evaluate(poorContrast)).not.toEqual([]);
        });
    });

    it("has a section for everything that the records say of a case", async () => {
        await using(open(routes.query), async (page) => {
            await page.waitForSelector(".chart canvas");
            expect(await page.locator("section h2").allInnerTexts()).toEqual([
                "Case",
                "Against ../base: slower",
                "Plan",
                "Latency of 300 executions",
                "Trend over 2 runs",
                "History of 3 nights",
                "Growth with the scale",
                "Indexes it needs",
                "Statement",
            ]);
            expect(await page.locator(".chart canvas").count()).toBe(5);
            expect(await page.getByText("Because index orders_idx is gone.").count()).toBe(1);
        });
    });

    it("tells lines of one colour apart in the legend, too", async () => {
        await using(open(routes.load), async (page) => {
            await page.locator(".u-legend", { hasText: "p99 through the service" }).first().waitFor();
            const strokes = await page.locator(".u-legend tr").evaluateAll((rows) =>
                rows.map((row) => {
                    const [label, marker] = [row.querySelector(".u-label"), row.querySelector(".u-marker")];
                    return [label?.textContent, /dashed|solid/.exec(marker?.getAttribute("style") ?? "")?.[0]];
                }),
            );
            expect(strokes).toContainEqual(["p50 through the service", "solid"]);
            expect(strokes).toContainEqual(["p99 through the service", "dashed"]);
        });
    });

    it("draws times so that an outlier leaves room for the others, or all on a logarithmic axis", async () => {
        await using(open(routes.query), async (page) => {
            const told = page.getByText("3 executions took longer than 410 µs, the longest 1.1 ms.");
            await told.waitFor();
            await page.getByRole("button", { name: "Logarithmic axis" }).click();
            await told.waitFor({ state: "detached" });
        });
    });

    it("tells which indexes are missing, with the statement and what they are worth", async () => {
        await using(open(routes.indexes), async (page) => {
            const row = await page.locator("table.proposals tbody tr").innerText();
            expect(row).toMatch(/create index concurrently orders_placed_on_total_idx[^]*\b3,840\s+60$/);
        });
    });

    it("tells of the rules that the tests do not show, and of how many they do", async () => {
        await using(open("#/rules"), async (page) => {
            const rows = page.locator(".matrix tbody tr");
            expect(await rows.allInnerTexts()).toEqual([
                "public.stock\t1\t1 / 1\t1 / 1\t0 / 1",
                "public.order_state\t1\t1 / 1\t1 / 1\t",
                "public.orders\t2\t2 / 2\t2 / 2\t1 / 1",
                "all\t4\t4 / 4\t4 / 4\t1 / 2",
            ]);
            expect(await page.locator(".matrix .warning").count()).toBe(2);
            expect(await page.locator(".findings li").allInnerTexts()).toEqual([
                expect.stringContaining("not null public.stock.shelf"),
            ]);
        });
    });

    it("takes no name and no text for markup", async () => {
        await using(open(routes["a query of an evil name"]), async (page) => {
            expect(await heading(page)).toBe(hostile);
            await page.getByRole("button", { name: "Plan viewer" }).click();
            await page.frameLocator("iframe.viewer").getByText("Limit").first().waitFor();
            expect(await page.locator("main img").count()).toBe(0);
        });
    });

    it("asked for nothing but itself in all of that, and nothing went wrong", () => {
        expect(misdeeds).toEqual([]);
    });
});
