/** One way to have the schema, as statements that make it from the migrated one. */
export interface Variant {
    readonly name: string;
    readonly sql: string;
}

const disableAudit = `
    alter table public.tasks disable trigger _800_audit_insert;
    alter table public.tasks disable trigger _800_audit_update;
    alter table public.tasks disable trigger _800_audit_delete;`;

const disableSearch = `
    alter table public.tasks disable trigger _200_search_vector_insert;
    alter table public.tasks disable trigger _200_search_vector_update;
    drop index public.idx_tasks_search_vector;`;

/** The first is what the others are compared with. */
export const variants: readonly Variant[] = [
    { name: "neither", sql: disableAudit + disableSearch },
    { name: "search", sql: disableAudit },
    { name: "audit", sql: disableSearch },
    { name: "audit and search", sql: "" },
];
