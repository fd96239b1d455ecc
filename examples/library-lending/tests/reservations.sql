-- Reservations: a queue for each book, in which every place is taken once.

begin;

select plan(29);

select column_is('library', 'reservations', column_name, definition)
from (values
    ('book_id', 'integer not null'),
    ('member_id', 'integer not null'),
    ('branch_id', 'integer not null'),
    ('queue_position', 'smallint not null'),
    ('requested_at', 'timestamp with time zone not null default now()')
) as meant (column_name, definition);

select constraint_is('library', 'reservations', constraint_name, definition)
from (values
    ('reservations_pkey', 'PRIMARY KEY (book_id, member_id)'),
    (
        'reservations_book_id_queue_position_key',
        'UNIQUE (book_id, queue_position) DEFERRABLE INITIALLY DEFERRED'
    ),
    (
        'reservations_book_id_fkey',
        'FOREIGN KEY (book_id) REFERENCES books(id) ON DELETE CASCADE'
    ),
    (
        'reservations_member_id_fkey',
        'FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE'
    ),
    ('reservations_branch_id_fkey', 'FOREIGN KEY (branch_id) REFERENCES branches(id)')
) as meant (constraint_name, definition);

select index_is('library', 'reservations', index_name, definition)
from (values
    ('reservations_member_id_idx', 'btree (member_id)'),
    ('reservations_branch_id_idx', 'btree (branch_id)')
) as meant (index_name, definition);

select throws_constraint(
    format('select tap.a_reservation(%L)', jsonb_build_object(column_name, null)),
    '23502',
    'reservations.' || column_name,
    'a reservation without ' || column_name
)
from unnest(array['book_id', 'member_id', 'branch_id', 'queue_position', 'requested_at'])
    as column_name;

select throws_constraint(
    $$select tap.a_reservation('{"queue_position": 0}')$$,
    '23514',
    'reservations_queue_position_positive_check'
);

select throws_constraint(
    format('select tap.a_reservation(%L)', jsonb_build_object(column_name, -1)),
    '23503',
    format('reservations_%s_fkey', column_name),
    format('a reservation of an unknown %s', column_name)
)
from unnest(array['book_id', 'member_id', 'branch_id']) as column_name;

-- A queue of two.

create temporary table queue as
select tap.a_book() as book_id, tap.a_branch() as branch_id;

create temporary table waiting as
select tap.a_reservation(to_jsonb(queue) || jsonb_build_object('queue_position', place)) as row
from queue, generate_series(1, 2) as place;

select is(
    (select (row ->> 'requested_at')::timestamptz from waiting limit 1),
    now(),
    'a reservation is made now'
);

select throws_constraint(
    format('select tap.a_reservation(%L)', row || '{"queue_position": 3}'),
    '23505',
    'reservations_pkey',
    'nobody waits twice for one book'
)
from waiting
limit 1;

select lives_ok(
    $$update library.reservations set queue_position = 3 - queue_position$$,
    'two may change places in one statement'
);

select lives_ok(
    'update library.reservations set queue_position = 1', 'within a transaction two may share one'
);

select throws_constraint(
    'set constraints library.reservations_book_id_queue_position_key immediate',
    '23505',
    'reservations_book_id_queue_position_key',
    'but not at its end'
);

select throws_constraint(
    format('delete from library.branches where id = %s', branch_id),
    '23503',
    'reservations_branch_id_fkey',
    'a branch stays as long as somebody is to fetch a book there'
)
from queue;

delete from library.members where id = (select (row ->> 'member_id')::integer from waiting limit 1);

select is(count(*), 1::bigint, 'who leaves, leaves the queue')
from library.reservations
join queue using (book_id);

delete from library.books where id = (select book_id from queue);

select is_empty('select from library.reservations', 'and the queue ends with the book');

select * from finish();

rollback;
