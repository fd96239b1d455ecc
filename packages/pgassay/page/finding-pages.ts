import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import markdownIt from "markdown-it";
import type { Plugin } from "vite";

const folder = new URL("../../../docs/findings/", import.meta.url);

/** Puts the pages of all findings, by their codes and ready for those that show them, beside what is built. */
export function findingPages(): Plugin {
    return {
        name: "finding-pages",
        async generateBundle() {
            const pages: Record<string, ReturnType<typeof render>> = {};
            for (const file of (await readdir(folder)).toSorted()) {
                pages[basename(file, ".md")] = render(await readFile(new URL(file, folder), "utf8"));
            }
            this.emitFile({ type: "asset", fileName: "finding-pages.json", source: JSON.stringify(pages) });
        },
    };
}

/** Without marks and line ends; what goes on after a colon is left out. */
function plain(markdown: string): string {
    return markdown
        .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
        .replace(/[`*_]{1,2}(\S[^`*]*?)[`*_]{1,2}(?!\w)/g, "$1")
        .replace(/\s+/g, " ")
        .replace(/:$/, ".");
}

/** A link to another finding stays in the report; any other would lead out of the file and is left as text. */
function render(markdown: string): { summary: string; markdown: string; html: string } {
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
    // The first paragraph begins with the severity, which every finding says for itself; its first sentence says the rest.
    const summary = /^\*\*\w+\.\*\* ([^]*?[.:])(?=\s)/m.exec(markdown)?.[1] ?? "";
    return { summary: plain(summary), markdown, html: renderer.render(markdown) };
}
