-- privileges_are sees everybody who may do anything with a relation.

begin;

select plan(14);

-- Names no cluster has, and none that stay: roles go with the transaction that made them.
create role "assay reader" nologin;
create role assay_writer nologin;

create schema assayed;

create table assayed.secrets (id integer);
create table assayed.boxes (id integer, label text, "the price" integer, gone integer);
create view assayed.labels as select label from assayed.boxes;
create sequence assayed.numbers;

grant select on assayed.boxes to public, "assay reader";
grant insert, select, delete on assayed.boxes to assay_writer;
grant update ("the price", label), references (gone) on assayed.boxes to assay_writer;
grant select on assayed.labels to "assay reader" with grant option;
grant usage on sequence assayed.numbers to assay_writer;
alter table assayed.boxes drop column gone;

select privileges_are('assayed', relation_name, privileges)
from (values
    ('secrets', 'nobody'),
    (
        'boxes',
        '"assay reader": select; '
            || 'assay_writer: delete, insert, select, update (label, "the price"); public: select'
    ),
    ('labels', '"assay reader": select with grant option'),
    ('numbers', 'assay_writer: usage')
) as declared (relation_name, privileges);

grant select on assayed.secrets to assay_writer;
revoke select on assayed.secrets from assay_writer;

select privileges_are('assayed', 'secrets', 'nobody');

select check_test(
    privileges_are('assayed', 'numbers', 'nobody'),
    false,
    'a privilege too many',
    'privileges on assayed.numbers are nobody',
    '        have: assay_writer: usage
        want: nobody'
);

select check_test(
    privileges_are('assayed', 'labels', privileges),
    false,
    'a relation with ' || difference
)
from (values
    ('another grantee', 'assay_writer: select with grant option'),
    ('another privilege', '"assay reader": update with grant option'),
    ('the right to hand it on', '"assay reader": select')
) as mistaken (difference, privileges);

select check_test(
    privileges_are('assayed', 'crates', 'nobody'),
    false,
    'a relation that does not exist',
    'privileges on assayed.crates are nobody',
    '        have: NULL
        want: nobody'
);

select * from finish();

rollback;
