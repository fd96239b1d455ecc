create domain age as integer default 18 not null
    constraint age_check check (value between 0 and 150);
create domain code as text constraint code_check check (value ~ '^[a-z]+$');
