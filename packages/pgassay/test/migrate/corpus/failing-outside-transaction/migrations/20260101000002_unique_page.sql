-- migrate:up transaction:false

create unique index concurrently visits_page_idx on visits (page);

-- migrate:down

drop index visits_page_idx;
