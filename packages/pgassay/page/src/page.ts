import { createApp } from "vue";
import type { ReportIndex } from "../../src/report/html/report-data.ts";
import { App } from "./app.tsx";
import { reportKey } from "./report.ts";
import "./page.css";
import { unpack } from "./unpack.ts";

/** The report opens: its index is unpacked, the rest stays packed until it is looked at. */
async function open(): Promise<void> {
    const report = await unpack<ReportIndex>("index");
    createApp(App).provide(reportKey, report).mount("#app");
    document.documentElement.dataset["ready"] = "true";
}

void open();
