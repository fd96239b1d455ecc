import type { Page } from "playwright-core";
import { overlaps, poorContrast, tooWide } from "../../../page/checks/looks.ts";

/** What a person could not read well on a page, a line for each place; empty when there is nothing. */
export async function flaws(page: Page): Promise<string[]> {
    return [
        ...(await page.evaluate(poorContrast)),
        ...(await page.evaluate(tooWide)),
        ...(await page.evaluate(overlaps)),
    ];
}
