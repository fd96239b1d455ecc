import { ref, watchEffect } from "vue";

export const themes = ["auto", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

const key = "pgassay-report-theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** What the reader chose; `auto` follows the system. */
export const theme = ref<Theme>(remembered());

/** Whether the page is dark just now. */
export const isDark = ref(false);

watchEffect(() => {
    isDark.value = theme.value === "auto" ? dark.matches : theme.value === "dark";
    document.documentElement.style.colorScheme = theme.value === "auto" ? "light dark" : theme.value;
});
dark.addEventListener("change", () => {
    if (theme.value === "auto") isDark.value = dark.matches;
});

/** From auto to light to dark and back. */
export function nextTheme(): void {
    theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? "auto";
    try {
        localStorage.setItem(key, theme.value);
    } catch {
        // A page that may store nothing forgets the choice, and that is all.
    }
}

function remembered(): Theme {
    try {
        return themes.find((name) => name === localStorage.getItem(key)) ?? "auto";
    } catch {
        return "auto";
    }
}
