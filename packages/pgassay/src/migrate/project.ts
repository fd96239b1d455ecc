/** Where a dbmate project keeps its things. */
export interface MigrationProject {
    readonly migrationsDir: string;
    /** dbmate's dump of the migrated schema, usually `db/schema.sql`. */
    readonly schemaFile: string;
    /** The table of applied versions, with its schema: `public.schema_migrations`. */
    readonly migrationsTable: string;
}
