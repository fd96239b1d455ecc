do $$ begin create role corpus_reader nologin; exception when duplicate_object then null; end $$;

create table note (id integer primary key, owner text, is_public boolean, day date);
alter table note enable row level security, force row level security;
create policy note_reader_select on note for select to corpus_reader using (is_public or owner = current_user);
create policy note_insert on note for insert with check (owner = current_user and day > '2020-01-01');
create policy note_all on note using (owner = current_user);
create policy note_update on note as restrictive for update using (true) with check (not is_public);

create table free (id integer);
create policy free_delete on free for delete to corpus_reader using (exists (select from note where note.id = free.id));
alter table free enable row level security;
