create table person (
    id integer,
    email text,
    "Nick" text,
    is_gone boolean,
    settings jsonb
);

create unique index person_email_key on person (lower(email)) where not is_gone;
create unique index "person_Nick_key" on person ("Nick") include (id) nulls not distinct;
create index person_email_idx on person (email desc nulls last);
create index person_gone_idx on person using hash (id) where is_gone;
create index person_id_email_idx on person (id desc, email) include ("Nick");
create index person_settings_idx on person using gin (settings jsonb_path_ops);
create index person_like_idx on person (lower(email) collate "C" text_pattern_ops desc, id);
