/*
name: task_by_external_ref
about: Finds the task that another system knows under its own reference.
parameters:
    custom_fields: jsonb
# The planner takes a document to be found in a share of the rows, so that its cost grows with the
# table. The blocks do not.
cases:
    typical: { custom_fields: '{"external_ref": "EXT-4711"}' }
    unknown: { custom_fields: '{"external_ref": "none"}' }
index: idx_tasks_custom_fields
budget: { buffers: { typical: 13, unknown: 10 } }
grows: linear
target: { p95_ms: 10 }
empty: unknown
*/
select
    id,
    title
from tasks
where custom_fields @> :custom_fields;
