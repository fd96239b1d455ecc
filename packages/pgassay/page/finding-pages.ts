import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import markdownIt from "markdown-it";
import type { Plugin } from "vite";

const folder = new URL("../../../docs/findings/", import.meta.url);

/** Puts the pages of all findings, as HTML by their codes, beside what is built. */
export function findingPages(): Plugin {
    return {
        name: "finding-pages",
        async generateBundle() {
            const pages: Record<string, string> = {};
            for (const file of (await readdir(folder)).toSorted()) {
                pages[basename(file, ".md")] = render(await readFile(new URL(file, folder), "utf8"));
            }
            this.emitFile({ type: "asset", fileName: "finding-pages.json", source: JSON.stringify(pages) });
        },
    };
}

/** A link to another finding stays in the report; any other would lead out of the file and is left as text. */
function render(markdown: string): string {
    const renderer = markdownIt({ html: false });
    renderer.core.ruler.push("links", ({ tokens }) => {
        for (const { children } of tokens) {
            for (const token of children ?? []) {
                if (token.type !== "link_open") continue;
                const code = /^([a-z-]+)\.md/.exec(String(token.attrGet("href")))?.[1];
                token.attrs = code === undefined ? [] : [["href", `#/finding/${code}`]];
            }
        }
    });
    return renderer.render(markdown);
}
