-- Settings that decide plans and are not as PostgreSQL has them built in, as `show` prints them.
select
    name,
    pg_catalog.current_setting(name) as value
from pg_catalog.pg_settings
where
    (category like 'Query Tuning%' or name in ('hash_mem_multiplier', 'work_mem', 'search_path'))
    -- Plans are made without it, whatever the server says.
    and name <> 'jit'
    and setting is distinct from boot_val
order by name collate "C";
