-- constraint_is sees what a foreign key does, not only where it points.

begin;

select plan(15);

create temporary table before as
select current_setting('search_path') as search_path;

create schema assayed;

create table assayed.shelves (id integer constraint shelves_key primary key);

create table assayed.boxes (
    shelf_id integer constraint stands_on references assayed.shelves (id) on delete cascade,
    near_id integer constraint stands_near references assayed.shelves (id)
        deferrable initially deferred,
    over_id integer constraint hangs_over references assayed.shelves (id) not enforced,
    label text constraint label_once unique nulls not distinct,
    spot point,
    constraint apart exclude using gist (box(spot, spot) with &&) where (label is not null)
);

create table assayed.lids (
    id integer,
    size integer,
    constraint lids_key primary key (id, size)
);

create table assayed.pots (
    lid_id integer,
    lid_size integer,
    weight integer,
    constraint fits foreign key (lid_id, lid_size) references assayed.lids (id, size)
        match full on update cascade on delete set null
);

alter table assayed.pots add constraint weighty check (weight > 0) not valid;

select constraint_is('assayed', table_name, constraint_name, definition)
from (values
    ('shelves', 'shelves_key', 'PRIMARY KEY (id)'),
    ('boxes', 'stands_on', 'FOREIGN KEY (shelf_id) REFERENCES shelves(id) ON DELETE CASCADE'),
    (
        'boxes',
        'stands_near',
        'FOREIGN KEY (near_id) REFERENCES shelves(id) DEFERRABLE INITIALLY DEFERRED'
    ),
    ('boxes', 'hangs_over', 'FOREIGN KEY (over_id) REFERENCES shelves(id) NOT ENFORCED'),
    ('boxes', 'label_once', 'UNIQUE NULLS NOT DISTINCT (label)'),
    ('boxes', 'apart', 'EXCLUDE USING gist (box(spot, spot) WITH &&) WHERE ((label IS NOT NULL))'),
    (
        'pots',
        'fits',
        'FOREIGN KEY (lid_id, lid_size) REFERENCES lids(id, size) '
            || 'MATCH FULL ON UPDATE CASCADE ON DELETE SET NULL'
    ),
    ('pots', 'weighty', 'CHECK ((weight > 0)) NOT VALID')
) as declared (table_name, constraint_name, definition);

select check_test(
    constraint_is(
        'assayed', 'boxes', 'stands_on', 'FOREIGN KEY (shelf_id) REFERENCES shelves(id)'
    ),
    false,
    'a foreign key with another action',
    'stands_on on assayed.boxes is FOREIGN KEY (shelf_id) REFERENCES shelves(id)',
    '        have: FOREIGN KEY (shelf_id) REFERENCES shelves(id) ON DELETE CASCADE
        want: FOREIGN KEY (shelf_id) REFERENCES shelves(id)'
);

select check_test(
    constraint_is('assayed', table_name, constraint_name, definition),
    false,
    'a constraint ' || difference
)
from (values
    (
        'that is checked at once',
        'boxes',
        'stands_near',
        'FOREIGN KEY (near_id) REFERENCES shelves(id)'
    ),
    (
        'with another match',
        'pots',
        'fits',
        'FOREIGN KEY (lid_id, lid_size) REFERENCES lids(id, size) '
            || 'ON UPDATE CASCADE ON DELETE SET NULL'
    )
) as mistaken (difference, table_name, constraint_name, definition);

select check_test(
    constraint_is('assayed', 'boxes', 'shelves_key', 'PRIMARY KEY (id)'),
    false,
    'a constraint of another table'
);

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
