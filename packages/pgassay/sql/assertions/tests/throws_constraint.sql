-- throws_constraint names the rule that refused a statement.

begin;

select plan(22);

create schema assayed;

create table assayed.boxes (
    id integer constraint boxes_key primary key,
    label text not null,
    width integer constraint wide_enough check (width > 0),
    lid_id integer constraint lid_exists references assayed.boxes (id) deferrable
);

insert into assayed.boxes (id, label) values (1, 'first');

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label, width) values (2, 'flat', 0)$$,
        '23514',
        'wide_enough',
        'a box is not flat'
    ),
    true,
    'a refused check',
    'a box is not flat',
    ''
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label) values (1, 'twin')$$, '23505', 'boxes_key'
    ),
    true,
    'a refused duplicate without a description',
    'is refused by boxes_key (23505)',
    ''
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label, lid_id) values (2, 'open', 3)$$,
        '23503',
        'lid_exists'
    ),
    true,
    'a refused dangling reference'
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id) values (2)$$, '23502', 'boxes.label'
    ),
    true,
    'a refused null, named by table and column,'
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id) values (2)$$, '23502', 'boxes.width', 'no width'
    ),
    false,
    'a null refused in another column',
    'no width',
    '      caught: 23502 by boxes.label: null value in column "label" of relation "boxes" violates '
    'not-null constraint
      wanted: 23502 by boxes.width'
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label) values (2, 'fine')$$,
        '23514',
        'wide_enough',
        'nothing wrong'
    ),
    false,
    'an accepted statement',
    'nothing wrong',
    '      caught: no error
      wanted: 23514 by wide_enough'
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label, width) values (3, 'flat', 0)$$,
        '23514',
        'deep_enough',
        'another rule'
    ),
    false,
    'a check of another name',
    'another rule',
    '      caught: 23514 by wide_enough: new row for relation "boxes" violates check constraint '
    '"wide_enough"
      wanted: 23514 by deep_enough'
);

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label, width) values (3, 'flat', 0)$$,
        '23505',
        'wide_enough'
    ),
    false,
    'another SQLSTATE under the right name'
);

select check_test(
    throws_constraint('select 1 / 0', '22012', 'divisible', 'no rule'),
    false,
    'an error that no constraint raised',
    'no rule',
    '      caught: 22012 by no constraint: division by zero
      wanted: 22012 by divisible'
);

set constraints assayed.lid_exists deferred;

select check_test(
    throws_constraint(
        $$insert into assayed.boxes (id, label, lid_id) values (4, 'open', 5)$$,
        '23503',
        'lid_exists'
    ),
    false,
    'a violation that is put off until commit'
);

select * from finish();

rollback;
