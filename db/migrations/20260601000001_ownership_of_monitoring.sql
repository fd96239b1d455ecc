-- The views for whoever watches over the server belong to bduf_owner like all else. They ask with
-- the rights of their reader, so that nobody sees more than before. It takes the role that made
-- them, or a superuser; from here on bduf_owner can change them.

-- migrate:up

alter schema monitoring owner to bduf_owner;
alter function monitoring.read_statements() owner to bduf_owner;
alter view monitoring.index_use
owner to bduf_owner;
alter view monitoring.table_bloat
owner to bduf_owner;
alter view monitoring.long_transactions
owner to bduf_owner;
alter view monitoring.cache_hits
owner to bduf_owner;
alter view monitoring.replication
owner to bduf_owner;
alter view monitoring.autovacuum_lag
owner to bduf_owner;
alter view monitoring.audit_seal_lag
owner to bduf_owner;
alter view monitoring.statements
owner to bduf_owner;

-- migrate:down

alter view monitoring.statements
owner to current_user;
alter view monitoring.audit_seal_lag
owner to current_user;
alter view monitoring.autovacuum_lag
owner to current_user;
alter view monitoring.replication
owner to current_user;
alter view monitoring.cache_hits
owner to current_user;
alter view monitoring.long_transactions
owner to current_user;
alter view monitoring.table_bloat
owner to current_user;
alter view monitoring.index_use
owner to current_user;
alter function monitoring.read_statements() owner to current_user;
alter schema monitoring owner to current_user;
