import { defineComponent, h, ref } from "vue";
import { counted } from "../../src/core/counted.ts";
import { moment } from "./format.ts";
import { useKeys } from "./keyboard.ts";
import { Help } from "./parts/help.tsx";
import { pageOf, pages } from "./pages/pages.ts";
import { useReport } from "./report.ts";
import { go, linkTo, route } from "./route.ts";
import { nextTheme, theme } from "./theme.ts";

/** What is on every page: where one is, where one can go, and what the report is of. */
export const App = defineComponent(() => {
    const report = useReport();
    const helps = ref(false);
    useKeys({
        "?": () => (helps.value = !helps.value),
        t: nextTheme,
        u: () => go(),
        Escape: () => (helps.value = false),
    });
    return () => {
        const shown = pageOf(route.value);
        return (
            <>
                <header class="top">
                    <a class="brand" href={linkTo()}>
                        <b>pgassay</b> <span>{report.title}</span>
                    </a>
                    <nav aria-label="Parts of the report">
                        {pages
                            .filter((page) => page.isIn(report))
                            .map(({ name, title }) => (
                                <a href={linkTo(...name)} aria-current={name[0] === shown.name[0] ? "page" : undefined}>
                                    {title}
                                </a>
                            ))}
                    </nav>
                    <button type="button" onClick={nextTheme} title="Light, dark or as the system has it (t)">
                        {theme.value === "auto" ? "Auto" : theme.value === "light" ? "Light" : "Dark"}
                    </button>
                    <button type="button" onClick={() => (helps.value = true)} aria-label="Keys (?)">
                        ?
                    </button>
                </header>
                <main>{h(shown.view, { key: shown.name[0] ?? "" })}</main>
                <footer>
                    pgassay {report.pgassay}
                    {report.run ? ` · run of ${moment(report.run.startedAt)}` : ""}
                    {report.runs.length > 1 ? ` · ${counted(report.runs.length, "run")}` : ""}
                </footer>
                {helps.value && <Help onClose={() => (helps.value = false)} />}
            </>
        );
    };
});
