/** One way to have the schema, as statements that make it from the migrated one. */
export interface Variant {
    readonly name: string;
    readonly sql: string;
    /** Whether it is written to as the application does: under policies, in the name of a user. */
    readonly asApplication: boolean;
}

const disableAudit = `
    alter table public.tasks disable trigger _800_audit_insert;
    alter table public.tasks disable trigger _800_audit_update;
    alter table public.tasks disable trigger _800_audit_delete;`;

const disableSearch = `
    alter table public.tasks disable trigger _200_search_vector_insert;
    alter table public.tasks disable trigger _200_search_vector_update;
    drop index public.idx_tasks_search_vector;`;

/** The first is what the others are compared with; the limits of writes are for `limited`. */
export const variants: readonly Variant[] = [
    { name: "neither", sql: disableAudit + disableSearch, asApplication: false },
    { name: "audit", sql: disableSearch, asApplication: false },
    { name: "audit and search", sql: "", asApplication: false },
    { name: "and policies", sql: "", asApplication: true },
];

export const limited = "audit and search";
