import { gzipSync } from "node:zlib";
import type { ReportData } from "./build-report.ts";
import type { FindingPages } from "../finding-pages.ts";
import type { Bundle, PageAssets } from "./page-assets.ts";
import type { ReportIndex } from "./report-data.ts";

/** Nothing may leave the page, whatever is in it: the browser itself refuses every request. */
const policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:";

/**
 * The report as one HTML file. All data stands in it packed and in base64, which has none of the characters that HTML
 * knows, so that no name and no query text can be taken for markup.
 */
export function reportPage({ index, chunks }: ReportData, assets: PageAssets): string {
    const packed = [...chunks].map(([name, value]) => [name, JSON.stringify(value)] as const);
    packed.push(["pages", JSON.stringify(htmlOf(assets.findingPages))], ["viewer", viewerDocument(assets.viewer)]);
    const complete: ReportIndex = {
        ...index,
        chunks: Object.fromEntries(packed.map(([name], i) => [name, i])),
    };
    return [
        "<!doctype html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${escapeText(index.title)} · pgassay</title>`,
        styleElement(assets.page),
        "</head>",
        "<body>",
        '<div id="app"></div>',
        "<noscript>This report needs JavaScript. It asks nothing of any server.</noscript>",
        data("index", JSON.stringify(complete)),
        ...packed.map(([, text], i) => data(`chunk-${i}`, text)),
        scriptElement(assets.page),
        "</body>",
        "</html>",
        "",
    ].join("\n");
}

function htmlOf(pages: FindingPages): Record<string, string> {
    return Object.fromEntries(Object.entries(pages).map(([code, { html }]) => [code, html]));
}

/**
 * The plan viewer as a document of its own; the policy of the page holds in it too. Its links begin with `#`, and without
 * a base they would be about the address of the page, which then would have to be loaded into the frame.
 */
function viewerDocument(viewer: Bundle): string {
    return `<!doctype html><meta charset="utf-8"><base href="about:srcdoc">${styleElement(viewer)}<div id="viewer"></div>${scriptElement(viewer)}`;
}

function styleElement({ style }: Bundle): string {
    return `<style>${style.replace(/<\/style/gi, "<\\/style")}</style>`;
}

/** A string of a program may hold what ends its element; with the backslash it means the same to JavaScript. */
function scriptElement({ script }: Bundle): string {
    return `<script>${script.replace(/<(?=\/script|!--)/gi, "\\x3c")}</script>`;
}

function data(id: string, text: string): string {
    return `<script type="text/plain" id="${id}">${gzipSync(text, { level: 9 }).toString("base64")}</script>`;
}

function escapeText(text: string): string {
    return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
