create index sale_note_idx on sale (note);
