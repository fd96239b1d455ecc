-- Vacuum and statistics of what grows without bound, and of the largest table that changes.
--
-- A share of the rows is a bad measure at a billion of them: 2 percent are 20 million. From here on
-- the logs are visited after a fixed number of new rows, which costs the same at every size, since
-- each visit reads only pages that came since the last, and a sample for the statistics. Retention
-- deletes from the oldest end; a visit after 100,000 deleted rows makes their pages free for new
-- ones.

-- migrate:up

alter table public.audit_logs
set (
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 500000,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 100000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 500000
);

alter table public.user_activities
set (
    autovacuum_vacuum_insert_scale_factor = 0,
    autovacuum_vacuum_insert_threshold = 500000,
    autovacuum_vacuum_scale_factor = 0,
    autovacuum_vacuum_threshold = 100000,
    autovacuum_analyze_scale_factor = 0,
    autovacuum_analyze_threshold = 500000
);

-- Ranges are summarized as soon as they are full, not at the next vacuum.

alter index public.audit_logs_occurred_at_idx set (autosummarize = on);

-- Five percent of a hundred million tasks are too many dead rows for one visit.

alter table public.tasks set (autovacuum_vacuum_max_threshold = 1000000);

-- migrate:down

alter table public.tasks reset (autovacuum_vacuum_max_threshold);

alter index public.audit_logs_occurred_at_idx reset (autosummarize);

alter table public.user_activities
set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table public.user_activities
reset (
    autovacuum_vacuum_insert_threshold,
    autovacuum_vacuum_scale_factor,
    autovacuum_vacuum_threshold,
    autovacuum_analyze_threshold
);

alter table public.audit_logs
set (autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);
alter table public.audit_logs
reset (
    autovacuum_vacuum_insert_threshold,
    autovacuum_vacuum_scale_factor,
    autovacuum_vacuum_threshold,
    autovacuum_analyze_threshold
);
