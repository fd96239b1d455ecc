/*
name: without_lines
about: The orders that nobody put anything into, archived ones left out.
cases:
    all: {}
index: []
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select s.id
from sale as s
where
    not exists (select from sale_line as l where l.sale_id = s.id)
    and s.id not in (select a.id from archive.sale as a where a."Reason" <> 'reason 3');
