import { createApp, h, reactive } from "vue";
import { Plan } from "pev2";
import "bootstrap/dist/css/bootstrap.min.css";
import "pev2/dist/pev2.css";
import type { ShownPlan } from "./shown-plan.ts";
import "./viewer.css";

/** The frame shows one plan after the other: the page sends them, and says which colours it has. */
const shown = reactive<ShownPlan>({ plan: "", query: "", isDark: false });

addEventListener("message", ({ source, data }: MessageEvent<ShownPlan>) => {
    if (source !== parent) return;
    Object.assign(shown, data);
    document.documentElement.dataset["bsTheme"] = shown.isDark ? "dark" : "light";
});

createApp({
    // Another plan is another viewer: it keeps what was clicked in the one before.
    render: () => shown.plan && h(Plan, { key: shown.plan, planSource: shown.plan, planQuery: shown.query }),
}).mount("#viewer");
parent.postMessage("ready", "*");
