/** What the page tells the frame of the plan viewer to show. */
export interface ShownPlan {
    /** What `explain (format json)` returned. */
    readonly plan: string;
    readonly query: string;
    readonly isDark: boolean;
}
