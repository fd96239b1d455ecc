do $$ begin create role corpus_reader nologin; exception when duplicate_object then null; end $$;
do $$ begin create role corpus_writer nologin in role corpus_reader; exception when duplicate_object then null; end $$;

create schema app;
grant usage on schema app to corpus_reader;
create table app.note (id integer generated always as identity, title text, secret text);
grant select (id, title), update (title) on app.note to corpus_reader;
grant select, insert on app.note to corpus_writer;
create view app.titles as select title from app.note;
grant select on app.titles to public;
grant select on app.titles to corpus_reader with grant option;
create sequence app.counter;
grant usage on sequence app.counter to corpus_writer;
create function app.total(p_of integer) returns integer language sql as 'select 1';
revoke execute on function app.total from public;
grant execute on function app.total to corpus_reader;
create function app.fire() returns trigger language plpgsql as $$ begin return null; end $$;
