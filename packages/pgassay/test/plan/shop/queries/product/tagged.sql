/*
name: tagged
about: The products that carry all of some tags.
parameters:
    tags: text[]
    dearer_than: numeric
cases:
    two: { tags: [tag7, group1], dearer_than: 20.5 }
    dollar: { tags: [$$7], dearer_than: 20.5 }
empty: dollar
index: product_tags_idx
budget: { buffers: 10000 }
target: { p95_ms: 5 }
*/
select name
from product
where
    tags @> :tags
    and price > :dearer_than;
