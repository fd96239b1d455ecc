-- trigger_is compares moment, events, level, condition, function and whether it fires at all.

begin;

select plan(15);

create temporary table before as
select current_setting('search_path') as search_path;

create schema "as sayed";

create table "as sayed".boxes (id integer, weight integer);

create function "as sayed".weigh() returns trigger language plpgsql as 'begin return new; end';

create trigger plain before insert on "as sayed".boxes
for each row execute function "as sayed".weigh();

create trigger "On Weight" after update of weight or delete on "as sayed".boxes
for each row when (old.weight > 0) execute function "as sayed".weigh('heavy');

create trigger whole after insert on "as sayed".boxes
referencing new table as added
for each statement execute function "as sayed".weigh();

create constraint trigger late after insert on "as sayed".boxes
deferrable initially deferred
for each row execute function "as sayed".weigh();

create trigger asleep before truncate on "as sayed".boxes
for each statement execute function "as sayed".weigh();

create trigger awake before truncate on "as sayed".boxes
for each statement execute function "as sayed".weigh();

alter table "as sayed".boxes disable trigger asleep;
alter table "as sayed".boxes enable always trigger awake;

select trigger_is('as sayed', 'boxes', trigger_name, definition)
from (values
    ('plain', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION weigh()'),
    (
        'On Weight',
        'AFTER DELETE OR UPDATE OF weight FOR EACH ROW WHEN ((old.weight > 0)) '
            || $$EXECUTE FUNCTION weigh('heavy')$$
    ),
    (
        'whole',
        'AFTER INSERT REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION weigh()'
    ),
    (
        'late',
        'constraint AFTER INSERT DEFERRABLE INITIALLY DEFERRED FOR EACH ROW '
            || 'EXECUTE FUNCTION weigh()'
    ),
    ('asleep', 'disabled BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION weigh()'),
    ('awake', 'always BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION weigh()')
) as declared (trigger_name, definition);

select check_test(
    trigger_is('as sayed', 'boxes', 'plain', definition),
    false,
    'a trigger ' || difference
)
from (values
    ('at another moment', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION weigh()'),
    ('for another event', 'BEFORE UPDATE FOR EACH ROW EXECUTE FUNCTION weigh()'),
    ('at another level', 'BEFORE INSERT FOR EACH STATEMENT EXECUTE FUNCTION weigh()')
) as mistaken (difference, definition);

select check_test(
    trigger_is(
        'as sayed', 'boxes', 'asleep', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION weigh()'
    ),
    false,
    'a trigger that is switched off',
    'asleep on "as sayed".boxes is BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION weigh()',
    '        have: disabled BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION weigh()
        want: BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION weigh()'
);

select check_test(
    trigger_is(
        'as sayed', 'boxes', 'late', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION weigh()'
    ),
    false,
    'a trigger that waits for the commit'
);

select check_test(
    trigger_is(
        'as sayed', 'crates', 'plain', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION weigh()'
    ),
    false,
    'a trigger of a table that does not exist'
);

select is(
    current_setting('search_path'),
    search_path,
    'the search_path of the caller is left as it was'
)
from before;

select * from finish();

rollback;
