import { defineComponent, onMounted, onUnmounted, ref, watch } from "vue";
import type { PlanView } from "../../../src/report/html/report-data.ts";
import { chunkText, useReport } from "../report.ts";
import type { ShownPlan } from "../shown-plan.ts";
import { isDark } from "../theme.ts";

/** The plan viewer, in a frame: its style sheet is about everything, and it must not be about this page. */
export const PlanViewer = defineComponent(
    ({ plan, query }: { plan: PlanView; query: string }) => {
        const report = useReport();
        const frame = ref<HTMLIFrameElement>();
        const document = ref("");
        onMounted(async () => (document.value = await chunkText(report, "viewer")));
        const show = (): void => {
            // In lines, as PostgreSQL writes it: the viewer shows the text, too.
            const text = JSON.stringify([plan.explanation], undefined, 2);
            const shown: ShownPlan = { plan: text, query, isDark: isDark.value };
            frame.value?.contentWindow?.postMessage(shown, "*");
        };
        const listen = ({ source, data }: MessageEvent<unknown>): void => {
            if (source === frame.value?.contentWindow && data === "ready") show();
        };
        onMounted(() => addEventListener("message", listen));
        onUnmounted(() => removeEventListener("message", listen));
        watch(isDark, show);
        return () => document.value && <iframe ref={frame} class="viewer" title="Plan" srcdoc={document.value} />;
    },
    { props: ["plan", "query"] },
);
