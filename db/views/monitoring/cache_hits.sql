create or replace view monitoring.cache_hits
with (security_invoker = true)
as
    select
        schemaname as schema_name,
        relname as table_name,
        heap_blks_hit + heap_blks_read as table_pages,
        round(
            heap_blks_hit::numeric / nullif(heap_blks_hit + heap_blks_read, 0),
            4
        ) as table_hit_share,
        idx_blks_hit + idx_blks_read as index_pages,
        round(idx_blks_hit::numeric / nullif(idx_blks_hit + idx_blks_read, 0), 4) as index_hit_share
    from pg_catalog.pg_statio_user_tables;

comment on view monitoring.cache_hits is
    'Share of pages found in shared buffers, by table; the system''s cache or a disk had the rest.';
comment on column monitoring.cache_hits.schema_name is 'Schema of the table.';
comment on column monitoring.cache_hits.table_name is 'Name of the table.';
comment on column monitoring.cache_hits.table_pages is
    'Pages of the table asked for since the counters began.';
comment on column monitoring.cache_hits.table_hit_share is
    'Share of them found in shared buffers, 0 to 1; null if none was asked for.';
comment on column monitoring.cache_hits.index_pages is
    'Pages of its indexes asked for since the counters began.';
comment on column monitoring.cache_hits.index_hit_share is
    'Share of them found in shared buffers, 0 to 1; null if none was asked for.';
